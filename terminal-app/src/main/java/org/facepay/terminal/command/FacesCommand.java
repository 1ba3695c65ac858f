package org.facepay.terminal.command;

import picocli.CommandLine.Command;

/** Members and their faces without a shopper. */
@Command(
    name = "faces",
    description = "Looks after members, consents and templates.",
    subcommands = {
      FaceMemberCommands.Enrol.class,
      FaceMemberCommands.Agreement.class,
      FaceMemberCommands.Forget.class,
      FaceMemberCommands.Listing.class,
      FaceMemberCommands.Code.class,
      FaceMemberCommands.Privacy.class,
      FaceMemberCommands.Export.class,
      FaceMemberCommands.Erase.class,
      FaceMemberCommands.Audit.class
    })
final class FacesCommand {}
