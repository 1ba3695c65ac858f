// Words of who is shopping and of the digits that prove it.
/** @import { Said } from '../words.js' */

export const words = {
  member: { zh: '会员', en: 'Member' },
  /** @type {Said<[name: string]>} */
  memberNamed: { zh: name => `会员 ${name}`, en: name => `Member ${name}` },
  cameraOnShort: { zh: '摄像头开着', en: 'Camera on' },
  /** @type {Said<[guidance: string]>} */
  cameraOnLabel: { zh: guidance => `摄像头开着，${guidance}`, en: guidance => `Camera on. ${guidance}` },

  lastFour: { zh: '请输入手机号|后四位', en: 'Last four digits of your~phone' },
  lastFourShort: { zh: '手机号|后四位', en: 'Last 4 digits of your~phone' },
  /** @type {Said<[name: string]>} */
  lastFourWhy: { zh: name => `用来确认是${name} 本人`, en: name => `To make sure you are ${name}` },
  lastFourText: { zh: '用来确认是你本人', en: 'To make sure it is you' },
  phone: { zh: '请输入手机号', en: 'Your mobile number' },
  phoneWhy: { zh: '以后用它确认是你本人', en: 'So that we can make sure it is you' },
  byPhone: { zh: '用手机号', en: 'Phone number' },
  scanMemberCode: { zh: '请扫|会员码', en: 'Scan your member~code' },
  scanMemberCodeText: {
    zh: '会员码在你拍下的照片|或会员卡上。没带着？|用手机号也一样。',
    en: 'It is in the picture you took, or on your card. Your phone number does as well.',
  },
  memberByNumber: { zh: '用手机号|认出你', en: 'Known by your~phone' },
  memberByNumberText: {
    zh: '输入手机号，和会员码|下面的六位数字。',
    en: 'Type your number, and the six digits below your member code.',
  },
  memberUnknown: { zh: '这里没有这个会员码', en: 'No member with this code here' },
  code: { zh: '会员码下面的|六位数字', en: 'Six digits below your~member code' },
  codeShort: { zh: '会员码六位数字', en: 'Six digits of your~code' },
  wrongCode: { zh: '号码和数字没有对上，请再输一次', en: 'Number and digits do not match. Please try again.' },
  numberWhy: { zh: '用它找到你的会员价', en: 'To find your member prices' },
  joiningWhy: { zh: '以后用它找到你', en: 'So that we find you next time' },
  memberCode: { zh: '会员码', en: 'Member code' },
  memberCodeText: { zh: '拍下来，下次|扫它就行。', en: 'Take a picture of it to scan next time.' },
  /** @type {Said<[digits: string]>} */
  memberDigits: { zh: digits => `会员码，${digits}`, en: digits => `Member code, ${digits}` },
  leave: { zh: '退出会员，删除资料', en: 'Leave and delete my data' },
  leaveShort: { zh: '退出会员', en: 'Leave' },
  leaveByStaff: {
    zh: '要退出会员，请找店员：|你的余额或签约还在。',
    en: 'To leave, ask our staff: your balance is here.',
  },

  wrongLastFour: { zh: '没有对上，请再输一次', en: 'No match yet. Please try again.' },
  wrongPhone: { zh: '请看看号码，再输一次', en: 'Please check the number once more.' },
  /** @type {Said<[n: number, of: number]>} */
  typed: { zh: (n, of) => `已输入 ${n} 位，共 ${of} 位`, en: (n, of) => `${n} of ${of} digits` },
  deleteDigit: { zh: '退格', en: 'Delete' },

  /** @type {Said<[name: string]>} */
  welcome: {
    zh: name => (name ? `欢迎入会，|${name}` : '欢迎入会'),
    en: name => (name ? `Welcome, ${name}` : 'Welcome'),
  },
  welcomeText: { zh: '下次刷脸，就能用会员价', en: 'Next time your face is enough' },
  welcomeCodeText: { zh: '下次扫会员码，就能用会员价', en: 'Next time your code is enough' },
  memberText: { zh: '会员价已经算好了', en: 'Your member prices are in' },
  balance: { zh: '余额', en: 'Balance' },
  savedThisTime: { zh: '这次省了', en: 'Saved now' },
  yourFace: { zh: '面部信息', en: 'Face data' },
  faceKept: { zh: '加密存在本机', en: 'Encrypted' },
  faceNotKept: { zh: '没有保存', en: 'Not kept' },
  withdraw: { zh: '删除我的面部信息', en: 'Delete my face data' },
  withdrawShort: { zh: '删除面部信息', en: 'Delete my face' },
};
