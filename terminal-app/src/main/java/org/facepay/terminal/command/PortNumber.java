package org.facepay.terminal.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port of TCP; 0 for any free one. */
public final class PortNumber implements ITypeConverter<Integer> {
  private static final int HIGHEST = 65_535;

  @Override
  public Integer convert(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST) {
      throw new TypeConversionException("expected a port from 0 to 65535, found " + text);
    }
    return Integer.valueOf(text);
  }
}
