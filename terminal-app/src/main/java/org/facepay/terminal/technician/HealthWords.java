package org.facepay.terminal.technician;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.facepay.peripherals.problem.HealthText;
import org.facepay.peripherals.problem.Identity;
import org.facepay.peripherals.problem.Problem;
import org.facepay.terminal.language.Language;

/**
 * What is told of a device's health, in a technician's language. English has the words of the logs,
 * so that what is read here is found there; the Chinese ones are below, one line a kind.
 */
final class HealthWords {
  private static final Map<HealthText.Kind, String> CHINESE =
      Map.ofEntries(
          entry(Problem.Kind.MISSING, "找不到 {path}：请检查设备是否插好、是否通电"),
          entry(Problem.Kind.GONE, "{path} 已断开：请检查设备是否插好、是否通电"),
          entry(Problem.Kind.NOT_PLUGGED_IN, "找不到 {device}：请检查设备是否插好、是否通电"),
          entry(Problem.Kind.ALIKE, "有 {count} 台设备都是 {device}：请改用路径绑定{where}"),
          entry(
              Problem.Kind.ALIKE_BUT_FOR_SERIAL,
              "有 {count} 台设备都是 {device}：请加上序列号（{serials}）或改用路径绑定{where}"),
          entry(Problem.Kind.IN_USE, "{path} 被占用：有其他程序在使用，或两台设备配置了同一端口"),
          entry(Problem.Kind.HELD, "{path} 被占用：有其他程序或驱动在使用"),
          entry(Problem.Kind.FORBIDDEN, "没有权限使用 {path}：请把终端的用户加入 {group} 组后重新登录"),
          entry(Problem.Kind.OF_ROOT_ALONE, "没有权限使用 {path}：请用 udev 规则把它交给 dialout 组"),
          entry(Problem.Kind.NOTHING_BEHIND, "{path} 后面没有设备：请重新插拔"),
          entry(Problem.Kind.NOT_OPENED, "{path} 无法作为串口打开（错误 {errno}）"),
          entry(Problem.Kind.NO_SERIAL_PORT, "{path} 不是串口"),
          entry(Problem.Kind.FILE_NOT_SERIAL_PORT, "{path} 是文件或文件夹，不是串口"),
          entry(Problem.Kind.FILE_NOT_DEVICE, "{path} 是文件或文件夹，不是设备"),
          entry(Problem.Kind.NOT_EXCLUSIVE, "{path} 不是可以独占使用的输入设备"),
          entry(Problem.Kind.CALL_REFUSED, "{path} 拒绝操作（错误 {errno}）"),
          entry(Problem.Kind.HUNG_UP, "{path} 已断开：请检查数据线是否插好"),
          entry(Problem.Kind.STALLED, "{path} 在 {milliseconds} 毫秒内不接收数据：设备可能死机，请断电重启"),
          entry(Problem.Kind.WIRE_FAILED, "{path} 通信出错：请检查数据线"),
          entry(Problem.Kind.PATH_CLOSED, "{path} 已关闭"),
          entry(Problem.Kind.DEVICE_CLOSED, "设备已关闭"),
          entry(Problem.Kind.DEVICE_BUSY, "设备正忙：请稍后再试"),
          entry(
              Problem.Kind.SERIAL_LIBRARY,
              "串口库无法解压到 {folder} 并运行：该文件夹必须可写，且不能以 noexec 挂载；或在配置中另选一个"),
          entry(Problem.Kind.NO_HOST, "{address}：找不到这台主机，请检查配置中的名称"),
          entry(Problem.Kind.CALL_UNANSWERED, "{address} 无应答：请检查设备电源以及是否在同一网络"),
          entry(Problem.Kind.CALL_DENIED, "{address} 拒绝连接：请检查端口号"),
          entry(Problem.Kind.CALL_ENDED, "{address} 已断开：请检查设备电源和网线"),
          entry(Problem.Kind.SOFTWARE_FAULT, "设备软件出错，日志里有原因"),
          entry(Problem.Kind.WORKER_ENDED, "设备线程已终止，日志里有原因：请重新启动程序"),
          entry(Problem.Kind.SSI_SILENT, "扫码器无应答：请检查电源、数据线、波特率和 SSI 模式"),
          entry(Problem.Kind.FRENCH_KEYBOARD, "扫码器设成了法语键盘，已按法语读取：请改设为美式键盘或 HID-POS"),
          entry(Problem.Kind.SCALE_SILENT, "电子秤无应答：请检查电源、数据线和波特率"),
          entry(Problem.Kind.OTHER_SCALE, "有应答，但不是 {model}：请检查型号和通信参数"),
          entry(Problem.Kind.ZERO_BY_KEY, "这台秤只能用自己的按键置零"),
          entry(Problem.Kind.PRINTER_SILENT, "打印机无应答：请检查电源、数据线和波特率"),
          entry(Problem.Kind.NO_PRINTER_STATUS, "应答 0x{byte} 不是 ESC/POS 状态：请检查波特率和打印机型号"),
          entry(Problem.Kind.STATUS_SENSELESS, "状态数据无法识别：请检查波特率和打印机型号"),
          entry(Problem.Kind.COMMAND_DAMAGED, "打印机在等一条损坏指令的结尾：请断电重启"),
          entry(Problem.Kind.PAPER_OUT, "缺纸：请换一卷新纸"),
          entry(Problem.Kind.PAPER_NEAR_END, "纸将用完：请准备好新纸卷"),
          entry(Problem.Kind.COVER_OPEN, "盖子未关：请合上"),
          entry(Problem.Kind.CUTTER_ERROR, "切刀故障：请清除卡纸，然后断电重启"),
          entry(Problem.Kind.PRINTER_OFFLINE, "打印机离线或报错：请断电重启"),
          entry(Problem.Kind.UNIT_SILENT, "{unit} 号单元无应答：请检查电源和总线接线"),
          entry(Problem.Kind.UNIT_DAMAGED, "{unit} 号单元的应答有误：请检查波特率、总线终端电阻和屏蔽"),
          entry(Problem.Kind.UNIT_NO_FUNCTION, "{unit} 号单元不支持这个功能：请检查它的配置类型"),
          entry(Problem.Kind.UNIT_NO_REGISTER, "{unit} 号单元没有这个寄存器：请检查它的配置类型"),
          entry(Problem.Kind.UNIT_NO_VALUE, "{unit} 号单元不接受这个数值：请检查它的配置类型"),
          entry(Problem.Kind.UNIT_BROKEN, "{unit} 号单元报告自身损坏：请更换"),
          entry(Problem.Kind.UNIT_BUSY, "{unit} 号单元正忙"),
          entry(Problem.Kind.UNIT_EXCEPTION, "{unit} 号单元拒绝操作（异常码 {code}）"),
          entry(Problem.Kind.UNIT_OTHER_ANSWER, "{unit} 号单元答非所问：请检查地址是否重复"),
          entry(Problem.Kind.UNIT_DISOBEYED, "{unit} 号单元没有按指令动作"),
          entry(Problem.Kind.NO_SHELF, "所有货架都无应答：请检查总线电源和接线"),
          entry(Problem.Kind.SHELVES_SILENT, "货架 {shelves} 无应答：请检查这些货架的电源和接线"),
          entry(Problem.Kind.DISPENSER_FAULT, "出货机报告故障：请检查是否卡货"),
          entry(Problem.Kind.READER_SILENT, "读写器无应答：请检查电源和波特率"),
          entry(Problem.Kind.READER_DAMAGED, "读写器数据有误：请检查波特率和数据线"),
          entry(Problem.Kind.READER_OTHER_ANSWER, "读写器答非所问：请检查波特率和数据线"),
          entry(Problem.Kind.READER_ERROR, "读写器报告错误 0x{code}"),
          entry(Problem.Kind.OTHER_READER, "有应答，但不是 {model}：请检查型号和通信参数"),
          entry(Problem.Kind.LLRP_SILENT, "读写器无应答：请确认 LLRP 已打开"),
          entry(Problem.Kind.LLRP_DAMAGED, "读写器数据有误：请检查波特率和数据线"),
          entry(Problem.Kind.LLRP_NEVER_ANSWERS, "读写器有数据，但从不应答：请断电重启"),
          entry(Problem.Kind.LLRP_REFUSED, "读写器拒绝操作（LLRP 状态 {status}）"),
          entry(Problem.Kind.MDB_SILENT, "MDB 适配器无应答：请检查电源和连接线"),
          entry(Problem.Kind.OTHER_MDB, "有应答，但不是 {model} MDB 适配器：请检查型号和通信参数"),
          entry(Problem.Kind.NO_CHIP, "找不到 GPIO 芯片：请检查配置中的路径"),
          entry(Problem.Kind.LINE_IN_USE, "GPIO 线 {line} 被占用"),
          entry(Problem.Kind.LINE_IS_INPUT, "GPIO 线 {line} 是输入"),
          entry(Problem.Kind.LINES_CLOSED, "GPIO 线已关闭"),
          entry(Problem.Kind.PI4J_ELSEWHERE, "Pi4J 只能在树莓派上使用，这台机器不是：请改用驱动 gpio"),
          entry(Problem.Kind.PI4J_OTHER_CHIP, "Pi4J 已打开 {chip}，只能使用一个芯片：请改用驱动 gpio"),
          entry(Problem.Kind.PI4J_MOCK, "Pi4J 不会驱动真实引脚（{provider}）：请从类路径移除 mock 插件"),
          entry(Problem.Kind.PI4J_FAILED, "Pi4J 无法使用 GPIO 芯片，日志里有原因"),
          entry(Problem.Kind.PI4J_SHUT_DOWN, "Pi4J 已关闭"),
          entry(Problem.Kind.NO_CAMERA, "找不到摄像头 {camera}：请检查数据线"),
          entry(Problem.Kind.CAMERA_FORBIDDEN, "用户 {user} 没有权限使用摄像头 {camera}：请加入 video 组"),
          entry(Problem.Kind.OTHER_THAN_CAMERA, "{camera} 不是摄像头，或被其他程序占用"),
          entry(Problem.Kind.CAMERA_PULLED_OUT, "摄像头 {camera} 已拔出：请重新插好"),
          entry(Problem.Kind.CAMERA_SILENT, "摄像头画面卡住：请重新插拔"),
          entry(Problem.Kind.CAMERA_TURNED, "{camera} 的画面是转过来的：请把摄像头的 rotate 再加 {degrees} 度"),
          entry(Problem.Kind.PICTURES_FAILED, "没有画面，日志里有原因"),
          entry(Problem.Kind.PICTURES_DAMAGED, "画面数据损坏：请检查数据线，或换一个 USB 口"),
          entry(Problem.Kind.PICTURES_ENDED, "画面中断了：请重新插拔摄像头"),
          entry(Problem.Kind.NO_PICTURE_LIBRARY, "缺少解码画面的程序库，日志里有原因"),
          entry(Identity.Kind.LISTENING, "{model}，等待扫码"),
          entry(Identity.Kind.ANSWERING, "{model}，应答正常"),
          entry(Identity.Kind.READING, "{model}，正在扫码"),
          entry(Identity.Kind.REVISION, "{model}，固件 {revision}"),
          entry(Identity.Kind.PRINTER, "打印机应答正常"),
          entry(Identity.Kind.PRINTER_THAT_LISTENS, "打印机不应答状态：请看有没有出纸"),
          entry(Identity.Kind.DRAWER_OPEN, "钱箱接在打印机上，开着"),
          entry(Identity.Kind.DRAWER_CLOSED, "钱箱接在打印机上，关着"),
          entry(Identity.Kind.LOCK_BOARD, "锁板，{bolts} 把锁"),
          entry(Identity.Kind.LOCK_OPEN, "GPIO 门锁，门开着"),
          entry(Identity.Kind.LOCK_CLOSED, "GPIO 门锁，门关着"),
          entry(Identity.Kind.SHELVES, "总线上有 {count} 层货架"),
          entry(Identity.Kind.DISPENSER, "出货机，{slots} 个货道"),
          entry(Identity.Kind.UHF_READER, "超高频读写器，固件 {firmware}"),
          entry(Identity.Kind.LLRP_READER, "LLRP 读写器，能力描述 {bytes} 字节"),
          entry(Identity.Kind.MDB_ADAPTER, "MDB 适配器 {version}"),
          entry(Identity.Kind.LAMPS, "GPIO 指示灯 {count} 盏"),
          entry(Identity.Kind.BUZZER, "GPIO 蜂鸣器"),
          entry(Identity.Kind.CAMERA, "画面正常"),
          entry(Identity.Kind.CAMERA_OFF, "关闭，顾客同意后才打开"),
          entry(Identity.Kind.CAMERA_RESTING, "关闭；上一次打开时画面正常"),
          entry(Identity.Kind.CAMERA_POINTED, "打开着，技术员正在调角度"));

  private HealthWords() {}

  /** What is no brand's name of its own. */
  private static final Map<String, String> MODELS =
      Map.of(
          "line scanner", "串口扫码器",
          "keyboard scanner", "键盘式扫码器",
          "HID-POS scanner", "HID-POS 扫码器",
          "Zebra SSI scanner", "Zebra SSI 扫码器",
          "Honeywell scanner", "Honeywell 扫码器");

  static String of(Language language, HealthText text) {
    String words = words(language, text.kind());
    return text instanceof Identity(Identity.Kind kind, List<String> arguments)
        ? new Identity(kind, named(language, arguments)).in(words)
        : text.in(words);
  }

  private static List<String> named(Language language, List<String> arguments) {
    return arguments.stream()
        .map(name -> language.choose(MODELS.getOrDefault(name, name), name))
        .toList();
  }

  /** With the names of arguments in braces. */
  static String words(Language language, HealthText.Kind kind) {
    return language.choose(CHINESE.getOrDefault(kind, kind.english()), kind.english());
  }
}
