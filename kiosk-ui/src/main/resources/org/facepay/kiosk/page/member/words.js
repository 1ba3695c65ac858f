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
  wrongLastFour: { zh: '没有对上，请再输一次', en: 'No match yet. Please try again.' },
  wrongPhone: { zh: '请看看号码，再输一次', en: 'Please check the number once more.' },
  /** @type {Said<[n: number, of: number]>} */
  typed: { zh: (n, of) => `已输入 ${n} 位，共 ${of} 位`, en: (n, of) => `${n} of ${of} digits` },
  deleteDigit: { zh: '退格', en: 'Delete' },

  /** @type {Said<[name: string]>} */
  welcome: { zh: name => `欢迎入会，|${name}`, en: name => `Welcome, ${name}` },
  welcomeText: { zh: '下次刷脸，就能用会员价', en: 'Next time your face is enough' },
  memberText: { zh: '会员价已经算好了', en: 'Your member prices are in' },
  balance: { zh: '余额', en: 'Balance' },
  savedThisTime: { zh: '这次省了', en: 'Saved now' },
  yourFace: { zh: '面部信息', en: 'Face data' },
  faceKept: { zh: '加密存在本机', en: 'Encrypted' },
  faceNotKept: { zh: '没有保存', en: 'Not kept' },
  withdraw: { zh: '删除我的面部信息', en: 'Delete my face data' },
  withdrawShort: { zh: '删除面部信息', en: 'Delete my face' },
};
