package org.facepay.terminal.command;

import picocli.CommandLine.Command;

/** The payment flow without a till. */
@Command(
    name = "payments",
    description = "Runs the payment flow headless; reports of a day; sales made offline.",
    subcommands = {PaymentReports.Z.class, PaymentReports.Match.class, OfflineCommand.class})
final class PaymentsCommand {}
