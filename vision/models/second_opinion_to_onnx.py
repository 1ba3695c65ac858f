"""Turns face-api's 128-number face network from its own weight format into ONNX.

Why it exists: the network is published as a TensorFlow.js manifest and one binary file. Its layers (a ResNet of the dlib type:
He et al. 2016, 29 convolutions) are written out here as ONNX nodes; the per-channel scale after each convolution is folded into
the weights. Weights that are published as 8-bit numbers stay 8-bit (DequantizeLinear, opset 13), so the file stays small.
Run by scripts/fetch-models.

usage: second_opinion_to_onnx.py MANIFEST.json WEIGHTS.bin OUT.onnx
"""

import json
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

BLOCKS = (
    ["conv32_1", "conv32_2", "conv32_3"]
    + ["conv64_down", "conv64_1", "conv64_2", "conv64_3"]
    + ["conv128_down", "conv128_1", "conv128_2"]
    + ["conv256_down", "conv256_1", "conv256_2", "conv256_down_out"]
)


def read_weights(manifest, binary):
    """name -> (raw values, scale, minimum); scale is None where the values are floats already."""
    raw = open(binary, "rb").read()
    weights, offset = {}, 0
    for entry in json.load(open(manifest))[0]["weights"]:
        count = int(np.prod(entry["shape"]))
        quantised = entry.get("quantization")
        kind = np.dtype(np.uint8 if quantised else np.float32)
        values = np.frombuffer(raw, kind, count, offset).reshape(entry["shape"])
        offset += count * kind.itemsize
        weights[entry["name"]] = (values, quantised["scale"] if quantised else None, quantised["min"] if quantised else 0)
    assert offset == len(raw), "the manifest does not describe the whole file"
    return weights


class Writer:
    def __init__(self, weights):
        self.weights, self.nodes, self.constants = weights, [], []

    def floats(self, name):
        values, scale, low = self.weights[name]
        return values if scale is None else values.astype(np.float32) * np.float32(scale) + np.float32(low)

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(values, name))
        return name

    def node(self, kind, inputs, output=None, **attributes):
        output = output or "t%d" % len(self.nodes)
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def kernel(self, layer, gain):
        """Filters as out x in x height x width with the gain folded in."""
        values, scale, low = self.weights[layer + "/conv/filters"]
        values = np.ascontiguousarray(values.transpose(3, 2, 0, 1))
        if scale is None:
            return self.constant(layer + ".w", (values * gain[:, None, None, None]).astype(np.float32))
        zero = round(-low / scale)
        assert abs(-low / scale - zero) < 1e-3 and 0 <= zero <= 255
        inputs = [
            self.constant(layer + ".q", values),
            self.constant(layer + ".s", (gain * np.float32(scale)).astype(np.float32)),
            self.constant(layer + ".z", np.full(len(gain), zero, np.uint8)),
        ]
        return self.node("DequantizeLinear", inputs, axis=0)

    def conv(self, x, layer, stride, pad):
        gain = self.floats(layer + "/scale/weights")
        bias = self.floats(layer + "/conv/bias") * gain + self.floats(layer + "/scale/biases")
        side = self.weights[layer + "/conv/filters"][0].shape[0]
        inputs = [x, self.kernel(layer, gain), self.constant(layer + ".b", bias.astype(np.float32))]
        return self.node("Conv", inputs, strides=[stride] * 2, pads=[pad] * 4, kernel_shape=[side] * 2)

    def pad(self, x, name, channels, edge):
        return self.node("Pad", [x, self.constant(name, np.array([0, 0, 0, 0, 0, channels, edge, edge], np.int64))])


def write(weights, target):
    w = Writer(weights)
    x = w.node("MaxPool", [w.node("Relu", [w.conv("input", "conv32_down", 2, 0)])], kernel_shape=[3, 3], strides=[2, 2])
    side, channels = 35, 32
    for block in BLOCKS:
        down = "down" in block
        y = w.node("Relu", [w.conv(x, block + "/conv1", 2 if down else 1, 0 if down else 1)])
        y = w.conv(y, block + "/conv2", 1, 1)
        if down:
            wanted = int(block.split("_")[0][4:])
            x = w.node("AveragePool", [x], kernel_shape=[2, 2], strides=[2, 2])
            if (side - 3) // 2 + 1 < side // 2:
                y = w.pad(y, block + ".edge", 0, 1)
            if wanted > channels:
                x = w.pad(x, block + ".channels", wanted - channels, 0)
            side, channels = side // 2, wanted
        x = w.node("Relu", [w.node("Add", [x, y])])
    x = w.node("Flatten", [w.node("GlobalAveragePool", [x])])
    w.node("MatMul", [x, w.constant("fc", w.floats("fc").astype(np.float32))], output="output")
    graph = helper.make_graph(
        w.nodes,
        "face128",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, 150, 150])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 128])],
        w.constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="facepay-terminal")
    model.ir_version = 7
    onnx.checker.check_model(model)
    open(target, "wb").write(model.SerializeToString())


if __name__ == "__main__":
    write(read_weights(sys.argv[1], sys.argv[2]), sys.argv[3])
