package org.facepay.terminal.batch;

/** The batch with WeChat Pay. */
class WechatBatchTest extends PaymentBatchContract {
  WechatBatchTest() {
    super(Wallet.Kind.WECHAT);
  }
}
