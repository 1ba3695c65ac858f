// When each sentence that claims something is true, by its key. Runs in the page with the snapshot that is on it and returns
// what is said untruly, and the keys of the claims that were seen. A key that ends with an enum's value stands for all of its values.
async ({ screen, overlay, display }) => {
  const { words } = await import('/page/words.js');
  const on =
    (...types) =>
    () =>
      types.includes(screen.type);
  const heard = [screen.staff, overlay?.staff];
  const staff = state => heard.includes(state);
  const notice = screen.notice?.kind;
  const told = kind => () => notice === kind;
  const paper = state => () => screen.paper === state;

  const unclear = any => () => screen.type === 'bill' && screen.lines.some(l => l.seen === 'NOT_CLEAR') === any;

  const truths = {
    // The money.
    unknownTitle: on('unknown'),
    unknownText: on('unknown'),
    unknownTextShort: on('unknown'),
    askingBank: on('unknown'),
    moneyComesBack: on('unknown'),
    moneyComesBackShort: on('unknown'),
    referencePrinted: () => screen.referencePrinted === true,
    handedTitle: on('handedOver'),
    handedText: on('handedOver'),
    slipPrinting: paper('PRINTING'),
    slipPrinted: paper('PRINTED'),
    slipSent: paper('SENT'),
    slipNotPrinted: paper('NOT_PRINTED'),
    paidTitle: on('success'),
    paidTitleShort: on('success'),
    savedNow: () => (screen.saved ?? screen.totals?.saved) != null,
    savedNowShort: () => (screen.saved ?? screen.totals?.saved) != null,
    declinedTitle: on('declined'),
    itemsKept: on('declined'),
    noMoneyTaken: on('faceEnded'),
    processing: on('processing', 'followReader'),
    processingText: () => screen.type === 'processing' && !screen.confirmOnPhone,
    confirmOnPhone: () => screen.confirmOnPhone === true,
    samePrice: () => screen.type === 'payChoice' && !screen.methods.includes('FACE'),
    samePriceShort: () => screen.type === 'payChoice' && !screen.methods.includes('FACE'),
    outOfReach: () => screen.outOfReach?.length > 0,
    onlyNow: () => screen.only?.length > 0,
    codeExpired: () => screen.expired === true,
    codeExpiredText: () => screen.expired === true,
    codeClosing: on('codeClosing'),
    codeClosingWhy: on('codeClosing'),
    codeClosingWhyShort: on('codeClosing'),
    backToCode: () => screen.canReturn === true,
    payInParts: () => screen.partsWith != null && screen.parts == null,
    partsOf: () => screen.parts != null,
    partsBy: () => screen.parts != null,
    refunding: on('refunding'),
    refundingText: on('refunding'),
    refundedTitle: () => screen.settlement === 'SETTLED',
    refundProcessing: () => screen.settlement === 'PROCESSING',
    refundInTrouble: () => screen.settlement === 'IN_TROUBLE',
    noticeRefundRefused: () => notice === 'REFUND_REFUSED' || notice === 'REFUND_OFFLINE',
    askWhy: () =>
      screen.type === 'ask' && screen.choices.every(c => c.articles.length === 1 && c.articles[0].pieces === 1),
    askNone: () => screen.type === 'ask' && screen.choices.every(c => c.articles.length > 0),
    billNotCharged: () => screen.type === 'bill' && screen.state === 'NOTHING',
    billUnclear: unclear(true),
    billUnclearText: unclear(true),
    billLess: unclear(false),
    billLessText: unclear(false),
    seenShortNOT_CLEAR: unclear(true),
    objectWithin: () => screen.type === 'bill' && screen.state !== 'NOTHING',
    refundMe: () => screen.refund != null,
    refundMeShort: () => screen.refund != null,
    toStaff: () => screen.complaint != null && screen.refund == null,
    notOpenedTitle: () => screen.type === 'notOpened' && !screen.charged && screen.reason !== 'PAID',
    notOpenedTitlePaid: () => screen.type === 'notOpened' && (screen.charged || screen.reason === 'PAID'),
    debtTitle: on('debt'),
    debtTitleShort: on('debt'),
    debtNoFee: on('debt'),
    liesOn: on('wrongPlace'),
    liesOnShort: on('wrongPlace'),
    // Staff.
    notCalledTitle: () => staff('NOT_REACHED') && !(screen.seconds > 0),
    notCalledText: () => overlay?.staff === 'NOT_REACHED',
    staffNotCalled: () => staff('NOT_REACHED'),
    staffNotCalledShort: () => staff('NOT_REACHED'),
    payAfterAge: () => screen.age != null,
    payAfterAgeShort: () => screen.age != null,
    noticeKeptComing: told('BASKET_COMING'),
    noticeKeptResumed: told('BASKET_RESUMED'),
    noticeKeptUsed: told('BASKET_USED'),
    noticeKeptExpired: told('BASKET_EXPIRED'),
    noticeKeptUnreached: told('BASKET_UNREACHED'),
    noticeAgeConfirmed: told('AGE_CONFIRMED'),
    noticeAgeRefusedText: told('AGE_REFUSED'),
    restockReading: () => screen.type === 'restock' && screen.lanes.length === 0,
    staffNobody: () => screen.type === 'staffMenu' && screen.shopper == null,
    refundCallFirst: () => staff('NOT_REACHED'),
    // Paper.
    printing: paper('PRINTING'),
    printed: paper('PRINTED'),
    sentToPrinter: paper('SENT'),
    notPrinted: paper('NOT_PRINTED'),
    notPrintedShort: paper('NOT_PRINTED'),
    notPrintedText: paper('NOT_PRINTED'),
    refundPrinting: paper('PRINTING'),
    refundSent: paper('SENT'),
    refundNotPrinted: paper('NOT_PRINTED'),
    doorOpenSoon: () => screen.type === 'doorOpen' && screen.seconds > 0,
    // The machine.
    offlineShort: () => !display.online,
    attractTitle: () => screen.scanner === true,
    attractText: () => screen.scanner === true,
    attractShort: () => screen.scanner === true,
    attractReturns: () => screen.scanner === true,
    attractNoScannerTitle: () => screen.scanner === false,
    attractNoScannerText: () => screen.scanner === false,
    collectTitle: on('collect'),
    collectAllTitle: on('collect'),
    vendingFull: () => screen.chosen?.full === true,
    keypadThenCHOOSE: () => screen.prompt === 'CHOOSE',
    keypadThenSTART: () => screen.prompt === 'START',
    keypadThenCHOOSE_NOW: () => screen.prompt === 'CHOOSE_NOW',
    keypadThenCODE_READ: () => screen.prompt === 'CODE_READ',
    keypadCODE_READ: () => screen.prompt === 'CODE_READ',
    keypadCHOOSE_NOW: () => screen.prompt === 'CHOOSE_NOW',
    notSoldText: on('notSold'),
    notSoldNOT_SOLD: () => screen.why === 'NOT_SOLD',
    notSoldWRONG_PRICE: () => screen.why === 'WRONG_PRICE',
    slotOff: () => screen.slots?.some(s => s.selling === 'OFF') === true,
    slotSoldOut: () => screen.slots?.some(s => s.selling === 'SOLD_OUT') === true,
    vendingTray: () => screen.tray === true,
    vendingTrayShort: () => screen.tray === true,
    noticeTray: () => notice === 'TRAY_NOT_EMPTY' || screen.tray === true,
    vendingUnseen: () => screen.unseen === true,
    fallingWait: () => screen.pieces > 1,
    noticeScanner: told('SCANNER_OFFLINE'),
    welcomeScan: () => screen.scanner === true,
    welcomeTouch: () => screen.scanner === false && screen.methods.length > 0,
    welcomeShut: () => screen.scanner === false && screen.methods.length === 0,
    openingTitle: () => screen.type === 'doorOpening' && !screen.drawn,
    pullTitle: () => screen.drawn === true,
    pullSeconds: () => screen.drawn === true,
    takingTitle: on('taking'),
    takingTitleShort: on('taking'),
    takenNothing: () => screen.lines?.length === 0,
    justTaken: () => screen.lines?.some(l => l.just) === true,
    isBack: () => notice === 'LINE_REMOVED' || screen.lines?.some(l => l.article?.pieces === 0) === true,
    doorOpenTitle: on('doorOpen'),
    doorOpenTitleShort: on('doorOpen'),
    countingTitle: on('counting'),
    bootText: on('boot'),
    lostText: () => false,
    bagFirst: () => screen.bagFirst === true,
    // People.
    cameraOff: on('consent'),
    cameraOffShort: on('consent'),
    cameraOn: on('capture'),
    faceKept: () => screen.kept === 'FACE',
    faceNotKept: () => screen.type === 'memberCard' && screen.kept !== 'FACE',
    welcomeText: () => screen.joined === true && screen.kept === 'FACE',
    welcomeCodeText: () => screen.joined === true && screen.kept !== 'FACE',
    scanMemberCode: () => screen.type === 'memberWays' && screen.scanner,
    memberByNumber: () => screen.type === 'memberWays' && !screen.scanner,
    memberUnknown: () => screen.unknown === true,
    memberCodeText: () => screen.code !== '' && screen.digits !== '',
    leaveByStaff: () => screen.kept === 'ACCOUNT',
    noticeNoMember: told('MEMBER_NOT_FOUND'),
    noticeMembersOut: told('MEMBERS_UNAVAILABLE'),
    noticeLeft: told('MEMBERSHIP_ENDED'),
    noticeLeftText: told('MEMBERSHIP_ENDED'),
    wrongCode: () => screen.wrong === true && screen.kind === 'CODE',
    noticeFaceDeleted: told('FACE_DELETED'),
    joinTitle: on('joinOffer'),
    joinText: on('joinOffer'),
    noticeMemberText: told('MEMBER_RECOGNISED'),
    wrongLastFour: () => screen.wrong === true,
    wrongPhone: () => screen.wrong === true,
  };
  const values = {
    declined: ['BANK_REFUSED', 'NETWORK_DOWN', 'NOT_COMPLETED'].map(v => [v, () => screen.reason === v]),
    staff: ['RECEIVED', 'COMING'].map(v => [v, () => staff(v)]),
    done: ['VOIDED', 'DISCOUNTED', 'BAGS_ACCEPTED', 'PAUSES', 'PRINTING', 'PRINTED', 'SENT', 'NOT_PRINTED'].map(v => [
      v,
      () => screen.done === v,
    ]),
    age: ['RECEIVED', 'COMING'].map(v => [v, () => screen.age?.staff === v]),
    called: ['RECEIVED', 'COMING'].map(v => [v, () => overlay?.staff === v]),
    calledText: ['RECEIVED', 'COMING'].map(v => [v, () => overlay?.staff === v]),
    bagStaff: ['NOT_REACHED', 'RECEIVED', 'COMING'].map(v => [v, () => overlay?.staff === v]),
    scale: ['STABLE', 'WAITING', 'BELOW_ZERO'].map(v => [v, () => screen.state === v && !screen.bagFirst]),
    closed: [
      'OPENING_HOURS',
      'STORAGE_FULL',
      'STORAGE_LOCKED',
      'SET_UP',
      'DOOR_OPEN',
      'NOT_SERVICED',
      'DISPENSER_AWAY',
    ].map(v => [v, () => screen.reason === v]),
    trouble: ['TOO_WARM', 'COLD_UNKNOWN', 'EXPIRED'].map(v => [v, () => screen.troubles?.includes(v)]),
    // In English a button that leads on says "Next", too.
    vend: ['NEXT', 'COMING', 'OUT', 'NOT_OUT', 'UNSEEN'].map(v => [
      v,
      () => screen.lines?.some(l => l.progress === v) || (v === 'NEXT' && ['keypad', 'useBy'].includes(screen.type)),
    ]),
    bill: ['NOTHING', 'UNCLEAR', 'CHARGING', 'CHARGED', 'OWED'].map(v => [
      v,
      () => screen.type === 'bill' && screen.state === v,
    ]),
    billShort: ['NOTHING', 'UNCLEAR', 'CHARGING', 'CHARGED', 'OWED'].map(v => [v, () => screen.state === v]),
    seen: ['CLEARLY', 'LIKELY', 'TOLD', 'NOT_CLEAR'].map(v => [v, () => screen.lines?.some(l => l.seen === v)]),
    objected: ['REFUNDING', 'REFUNDED', 'REVIEW', 'STAFF'].map(v => [v, () => screen.objection === v]),
    objectedText: ['REFUNDING', 'REFUNDED', 'REVIEW', 'STAFF'].map(v => [v, () => screen.objection === v]),
    debt: ['BALANCE_TOO_LOW', 'REFUSED', 'HOLD_EXPIRED'].map(v => [v, () => screen.why === v]),
    notOpened: ['NO_PROMISE', 'NETWORK', 'LOCK', 'NOT_PULLED', 'LIMIT', 'NOT_PAID', 'PAID'].map(v => [
      v,
      () => screen.reason === v,
    ]),
    notDelivered: ['REVIEW', 'REFUNDING', 'REFUNDED', 'STAFF'].map(v => [v, () => screen.money === v]),
  };
  for (const [start, all] of Object.entries(values)) for (const [value, holds] of all) truths[start + value] = holds;

  const plain = text => text.replaceAll('\u200b', '').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const gap = Object.assign(new String('\u0001'), { join: () => '\u0001' });
  const pattern = said => {
    const gaps = typeof said === 'function' ? said(gap, gap, gap) : said;
    return new RegExp(`^${plain(gaps).split('\u0001').map(escaped).join('.+')}$`);
  };
  const visible = [...document.querySelectorAll('#page *')]
    .filter(e => e.checkVisibility() && !e.closest('svg'))
    .map(e => plain(e.textContent))
    .filter(text => text && text.length < 160);
  const seen = {};
  const said = words(display.language);
  for (const [key, holds] of Object.entries(truths)) {
    if (said[key] === undefined) throw new Error(`no such word: ${key}`);
    const text = visible.find(shown => pattern(said[key]).test(shown));
    if (text) (seen[text] ??= []).push([key, Boolean(holds())]);
  }
  // Two keys may say the same; one of them has to be right.
  const untrue = Object.entries(seen).filter(([, claims]) => claims.every(([, holds]) => !holds));
  return {
    keys: Object.values(seen).flatMap(claims => claims.map(([key]) => key)),
    untrue: untrue.map(([text, claims]) => `"${text}" (${claims.map(([key]) => key).join(', ')})`),
    all: Object.keys(truths),
  };
};
