// Words of the mode for those who listen instead of looking.

export const words = {
  voice: { zh: '语音', en: 'Voice' },
  voiceTitle: { zh: '语音模式，画面已关', en: 'Voice mode, picture off' },
  voiceText: { zh: '整块屏幕都能碰，别人看不到你的内容', en: 'Touch anywhere. Nobody can read along.' },
  voiceHow: {
    zh: '碰一下听，连碰两下选定，左右滑换一项，按住两秒叫店员。',
    en: 'Tap to hear, tap twice to choose, swipe for the next, hold for two seconds to call staff.',
  },
  voiceEnd: { zh: '显示画面', en: 'Show the picture' },
  voiceOff: { zh: '语音模式关了', en: 'Voice mode is off' },
  voiceTap: { zh: '碰一下', en: 'Tap' },
  voiceTapText: { zh: '听这里是什么', en: 'hear what is here' },
  voiceTwice: { zh: '连碰两下', en: 'Tap twice' },
  voiceTwiceText: { zh: '选定', en: 'choose it' },
  voiceSwipe: { zh: '左右滑', en: 'Swipe' },
  voiceSwipeText: { zh: '上一项，下一项', en: 'last and next' },
  voiceHold: { zh: '按住 2 秒', en: 'Hold for 2 s' },
  voiceHoldText: { zh: '叫店员', en: 'call staff' },
  voiceButton: { zh: '按钮', en: 'button' },
  voicePressed: { zh: '已选', en: 'on' },
  voiceNotPressed: { zh: '没选', en: 'off' },
  voiceDead: { zh: '现在不能用', en: 'not available now' },
};
