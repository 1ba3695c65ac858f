package org.facepay.peripherals.problem;

import java.util.List;

/**
 * What is wrong with a device and what to check. Drivers, links and workers tell the kind; who
 * shows it to a technician finds the words.
 */
public record Problem(Kind kind, List<String> arguments) implements HealthText {
  /** What can be wrong; arguments are the names in braces. */
  public enum Kind implements HealthText.Kind {
    // Any wire.
    MISSING("{path} does not exist: is the device plugged in and switched on?"),
    GONE("{path} is gone: is the device plugged in and switched on?"),
    NOT_PLUGGED_IN("{device} is not there: is it plugged in and switched on?"),
    ALIKE("{count} devices are {device}: bind by path{where}"),
    ALIKE_BUT_FOR_SERIAL(
        "{count} devices are {device}: add the serial number ({serials}) or bind by path{where}"),
    IN_USE(
        "{path} is in use: another program has it open, or two devices are configured with one port"),
    HELD("{path} is in use: another program or driver has it"),
    FORBIDDEN(
        "permission denied on {path}: add the terminal's user to group {group} (usermod -aG {group}"
            + " <user>) and log in again"),
    OF_ROOT_ALONE(
        "permission denied on {path}: it belongs to root alone; give it to group dialout by a udev"
            + " rule and add the terminal's user to that group"),
    NOTHING_BEHIND("{path} has no device behind it: plug it in again"),
    NOT_OPENED("{path} could not be opened as a serial port (error {errno})"),
    NO_SERIAL_PORT("{path} is not a serial port"),
    FILE_NOT_SERIAL_PORT("{path} is a file or folder, not a serial port"),
    FILE_NOT_DEVICE("{path} is a file or folder, not a device"),
    NOT_EXCLUSIVE("{path} is no input device that can be had exclusively"),
    CALL_REFUSED("{path} refuses the call (error {errno})"),
    HUNG_UP("{path} hung up: is the cable plugged in?"),
    STALLED("{path} took no bytes for {milliseconds} ms: is the device stalled?"),
    WIRE_FAILED("{path}: {cause}"),
    PATH_CLOSED("{path} was closed"),
    DEVICE_CLOSED("the device was closed"),
    DEVICE_BUSY("busy with something else: try again in a moment"),
    SERIAL_LIBRARY(
        "the serial library cannot be unpacked to and run from {folder}: the directory must be"
            + " writable and its file system not mounted noexec; choose another one in the"
            + " configuration"),

    // The network.
    NO_HOST("{address}: no such host; check the name in the configuration"),
    CALL_UNANSWERED("{address} does not answer: is the device switched on and in this network?"),
    CALL_DENIED("{address} refused the call ({cause}): check the port number"),
    CALL_ENDED("{address} hung up: is the device switched on and its network cable plugged in?"),

    // The worker itself.
    SOFTWARE_FAULT("fault in the device's software: {cause}"),
    WORKER_ENDED("the worker ended: {cause}"),

    // Scanners.
    SSI_SILENT(
        "open, but no SSI scanner answers: check its power, cable, baud rate and host type SSI"),
    FRENCH_KEYBOARD(
        "keyboard scanner, set to a French keyboard and read as one; set it to a US keyboard or to"
            + " HID-POS"),

    // Scales.
    SCALE_SILENT("open, but the scale does not answer: check its power, cable and baud rate"),
    OTHER_SCALE(
        "answers, but not as a {model} does: check the baud rate, parity and the scale's interface"
            + " setting"),
    ZERO_BY_KEY("this scale is set to zero by its own key only"),

    // Printers.
    PRINTER_SILENT("open, but the printer does not answer: check its power, cable and baud rate"),
    NO_PRINTER_STATUS(
        "answers 0x{byte}, which is no ESC/POS status: check the baud rate and the printer's model"),
    STATUS_SENSELESS("the status makes no sense"),
    COMMAND_DAMAGED("it waits for the end of a damaged command: switch off and on"),
    PAPER_OUT("paper out: put in a new roll"),
    PAPER_NEAR_END("paper near its end: keep a new roll ready"),
    COVER_OPEN("cover open: close it"),
    CUTTER_ERROR("cutter error: clear the paper jam, then switch off and on"),
    PRINTER_OFFLINE("printer offline or in error: switch off and on"),

    // Units on a Modbus.
    UNIT_SILENT("unit {unit} does not answer: check its power, address and the bus's wires"),
    UNIT_DAMAGED("unit {unit} answers damaged: check the baud rate, the bus's ends and its shield"),
    UNIT_NO_FUNCTION("unit {unit} refuses: it does not know the function; check its profile"),
    UNIT_NO_REGISTER("unit {unit} refuses: it has no such register; check its profile"),
    UNIT_NO_VALUE("unit {unit} refuses: it cannot take the value; check its profile"),
    UNIT_BROKEN("unit {unit} refuses: it is broken"),
    UNIT_BUSY("unit {unit} refuses: it is busy"),
    UNIT_EXCEPTION("unit {unit} refuses: exception {code}"),
    UNIT_OTHER_ANSWER("unit {unit} answers something else than it was asked"),
    UNIT_DISOBEYED("unit {unit} did something else than it was told"),
    NO_SHELF("no shelf answers: check the bus's power and wires"),
    SHELVES_SILENT("no answer from shelves {shelves}"),
    DISPENSER_FAULT("the dispenser reports a fault: look for a jammed article"),

    // Tag readers.
    READER_SILENT("open, but the reader does not answer: check its power and baud rate"),
    READER_DAMAGED("the reader's answer is damaged: check the baud rate and the cable"),
    READER_OTHER_ANSWER("the reader answers something else than it was asked"),
    READER_ERROR("the reader reports error 0x{code}"),
    OTHER_READER("answers, but not as an {model} reader does: check its model"),
    LLRP_SILENT("connected, but the reader does not answer: is LLRP switched on?"),
    LLRP_DAMAGED("the reader's message is damaged"),
    LLRP_NEVER_ANSWERS("the reader talks, but never answers"),
    LLRP_REFUSED("the reader refuses (LLRP status {status})"),

    // Vending machines.
    MDB_SILENT("open, but the MDB adapter does not answer: check its power and cable"),
    OTHER_MDB("answers, but not as a {model} MDB adapter does: check its model"),

    // GPIO lines.
    NO_CHIP("the chip does not exist"),
    LINE_IN_USE("line {line} is in use"),
    LINE_IS_INPUT("line {line} is an input"),
    LINES_CLOSED("the lines were closed"),
    PI4J_ELSEWHERE("Pi4J works on a Raspberry Pi only, which this machine is not: use driver gpio"),
    PI4J_OTHER_CHIP("Pi4J has {chip} open and can have one chip only: use driver gpio"),
    PI4J_MOCK(
        "Pi4J would move no real pin (provider {provider}): take the mock plug-in off the class"
            + " path"),
    PI4J_FAILED("Pi4J cannot use the GPIO chip: {cause}"),
    PI4J_SHUT_DOWN("Pi4J was shut down"),

    // Cameras.
    NO_CAMERA("there is no camera {camera}; check its cable"),
    CAMERA_FORBIDDEN(
        "{user} may not open {camera}; add the user to the group video (usermod -aG video {user})"
            + " and start again"),
    OTHER_THAN_CAMERA("{camera} is no camera, or another program is using it"),
    CAMERA_PULLED_OUT("{camera} was pulled out"),
    CAMERA_SILENT("{camera} sends no new pictures"),
    CAMERA_TURNED(
        "{camera} shows faces that are turned: set the camera's rotate {degrees} degrees further"),
    PICTURES_FAILED("no pictures: {cause}"),
    PICTURES_DAMAGED("damaged pictures: {cause}"),
    PICTURES_ENDED("the pictures ended: {cause}"),
    NO_PICTURE_LIBRARY("pictures cannot be read: {cause}");

    private final String english;

    Kind(String english) {
      this.english = english;
    }

    @Override
    public String english() {
      return english;
    }
  }

  public Problem {
    HealthText.check(kind, arguments);
    arguments = List.copyOf(arguments);
  }

  /** With the arguments of its kind, in their order. */
  public static Problem of(Kind kind, Object... arguments) {
    return new Problem(kind, HealthText.texts(arguments));
  }
}
