package org.facepay.terminal.batch;

/** The batch with Alipay. */
class AlipayBatchTest extends PaymentBatchContract {
  AlipayBatchTest() {
    super(Wallet.Kind.ALIPAY);
  }
}
