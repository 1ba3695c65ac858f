package org.facepay.terminal.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many of something a command is to do: at least one, since nothing done proves nothing. */
public final class Count implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
      throw new TypeConversionException("expected a whole number from 1 on, found " + text);
    }
    return Integer.valueOf(text);
  }
}
