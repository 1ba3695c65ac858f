package org.facepay.terminal.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.facepay.sync.identity.Credentials;
import org.facepay.sync.identity.Enrolment;
import org.facepay.sync.identity.Ticket;
import org.facepay.terminal.config.TerminalConfig;
import org.facepay.terminal.wiring.Program;
import org.facepay.terminal.world.CollectorIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a terminal known to its collector. */
@Command(
    name = "provision",
    description =
        "Enrols the terminal at its collector with a ticket: makes a key here and keeps the certificate for it. Start the terminal anew afterwards.")
final class ProvisionCommand implements Callable<Integer> {
  @Option(names = "--config", required = true, description = "the terminal's YAML file")
  private Path config = Path.of("");

  @Option(
      names = "--token",
      required = true,
      description = "the ticket: what the QR code of `facepay collector ticket` holds")
  private String token = "";

  @Override
  public Integer call() throws Exception {
    TerminalConfig terminal = Program.config(config);
    Ticket ticket =
        Ticket.of(token)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "this is no ticket; expected https://HOST:PORT/#TOKEN.AUTHORITY"));
    Credentials own = Enrolment.enrol(ticket, terminal.identity().id(), InstantSource.system());
    CollectorIdentity.keep(terminal.data(), own);
    if (!ticket.collector().resolve("/v1/events").equals(terminal.books().collector().events())) {
      System.err.println(
          "collector.events in "
              + config
              + " names another collector; the ticket is of "
              + ticket.collector().resolve("/v1/events"));
    }
    System.out.println(
        "PROVISION terminal=%s until=%s file=%s"
            .formatted(own.name(), own.until(), CollectorIdentity.file(terminal.data())));
    return 0;
  }
}
