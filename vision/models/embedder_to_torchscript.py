"""Turns the embedder's ONNX file into TorchScript for PyTorch's engine.

Why it exists: PyTorch reads no ONNX. The graph has four kinds of node (Conv, PRelu, Add, Reshape), so it is rebuilt node by
node, traced, frozen and saved with the weights in channels-last order. Run by scripts/fetch-models.

usage: embedder_to_torchscript.py IN.onnx OUT.pt
"""

import sys

import numpy
import onnx
import torch
from onnx import numpy_helper


class Graph(torch.nn.Module):
    """An ONNX graph of Conv, PRelu, Add and Reshape, run in the file's order."""

    def __init__(self, graph):
        super().__init__()
        weights = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
        self.steps = []
        self.layers = torch.nn.ModuleList()
        for node in graph.node:
            attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
            layer = None
            if node.op_type == "Conv":
                layer = conv(weights, node.input, attributes)
            elif node.op_type == "PRelu":
                slope = weights[node.input[1]].reshape(-1)
                layer = torch.nn.PReLU(slope.numel())
                layer.weight.data = slope
            elif node.op_type not in ("Add", "Reshape"):
                raise SystemExit("unexpected node " + node.op_type)
            self.steps.append((node.op_type, len(self.layers), list(node.input), node.output[0]))
            if layer is not None:
                self.layers.append(layer)
        self.source = next(i.name for i in graph.input if i.name not in weights)
        self.target = graph.output[0].name

    def forward(self, x):
        values = {self.source: x.contiguous(memory_format=torch.channels_last)}
        for kind, index, inputs, output in self.steps:
            if kind == "Add":
                values[output] = values[inputs[0]] + values[inputs[1]]
            elif kind == "Reshape":
                values[output] = values[inputs[0]].flatten(1)
            else:
                values[output] = self.layers[index](values[inputs[0]])
        return values[self.target]


def conv(weights, inputs, attributes):
    weight = weights[inputs[1]]
    pads = attributes.get("pads", [0, 0, 0, 0])
    assert pads[:2] == pads[2:], pads
    groups = attributes.get("group", 1)
    layer = torch.nn.Conv2d(
        weight.shape[1] * groups,
        weight.shape[0],
        tuple(weight.shape[2:]),
        stride=tuple(attributes.get("strides", [1, 1])),
        padding=tuple(pads[:2]),
        dilation=tuple(attributes.get("dilations", [1, 1])),
        groups=groups,
        bias=len(inputs) > 2,
    )
    layer.weight.data = weight
    if len(inputs) > 2:
        layer.bias.data = weights[inputs[2]]
    return layer


def main(source, target):
    model = Graph(onnx.load(source).graph).eval().to(memory_format=torch.channels_last)
    example = torch.from_numpy(numpy.random.RandomState(1).uniform(-1, 1, (1, 3, 112, 112)).astype(numpy.float32))
    with torch.no_grad():
        traced = torch.jit.freeze(torch.jit.trace(model, example))
        assert traced(example).shape == (1, 512)
        assert torch.allclose(traced(example), model(example), atol=1e-5)
    torch.jit.save(traced, target)


if __name__ == "__main__":
    main(*sys.argv[1:3])
