package org.facepay.terminal.lab.drive;

/** The batch with Alipay. */
class AlipayBatchTest extends PaymentBatchContract {
  AlipayBatchTest() {
    super(Wallet.Kind.ALIPAY);
  }
}
