package org.facepay.terminal.command;

import org.facepay.terminal.files.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"FacePay Terminal " + Build.read().version()};
  }
}
