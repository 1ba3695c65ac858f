package org.facepay.terminal.world.claims;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.facepay.terminal.payment.Credential;
import org.facepay.terminal.payment.Order;
import org.facepay.terminal.payment.Outcome;
import org.facepay.terminal.payment.PaymentProvider;
import org.facepay.terminal.payment.RefundProvider;
import org.facepay.terminal.sale.Money;

/** A wallet that answers what is scripted first, and moves money once for each number. */
final class ScriptedWallet implements PaymentProvider, RefundProvider {
  final BlockingQueue<Refund> script = new LinkedBlockingQueue<>();
  final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

  @Override
  public String name() {
    return "wallet";
  }

  @Override
  public boolean accepts(Credential credential) {
    return false;
  }

  @Override
  public Outcome authorise(Order order, Credential credential) {
    throw new IllegalStateException("nothing is charged");
  }

  @Override
  public Outcome query(Order order) {
    return authorise(order, new Credential.Gone());
  }

  @Override
  public Outcome cancel(Order order) {
    return query(order);
  }

  @Override
  public Refund refund(Order order, Money amount, String requestNo) {
    asked.add(requestNo + " " + amount.minor());
    Refund scripted = script.poll();
    return scripted == null ? new Refund.Accepted() : scripted;
  }
}
