package org.facepay.terminal.lab.drive;

/** The batch with WeChat Pay. */
class WechatBatchTest extends PaymentBatchContract {
  WechatBatchTest() {
    super(Wallet.Kind.WECHAT);
  }
}
