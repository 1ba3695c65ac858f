package org.facepay.terminal.lab.command;

import org.facepay.terminal.lab.offers.OffersProof;
import org.facepay.terminal.sale.promotion.Priced;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the offers' engine finds the best deal, and how soon. */
@Command(name = "offers", description = "Offers of random shops.")
final class OffersCommand {

  /**
   * @return 0 when nothing better than what the engine found was found by trying everything
   */
  @Command(
      name = "prove",
      description =
          "Prices random baskets, tries everything for the small ones, and takes the time of the"
              + " big ones; the last line sums it up.")
  int prove(
      @Option(
              names = "--baskets",
              description = "how many, half of them small; ${DEFAULT-VALUE}",
              defaultValue = "10000")
          int baskets,
      @Option(names = "--seed", description = "of the chance; ${DEFAULT-VALUE}", defaultValue = "1")
          long seed) {
    OffersProof.Result result = new OffersProof(seed, Priced.STEPS).prove(baskets);
    System.out.println(result);
    return result.worse() == 0 ? 0 : 1;
  }
}
