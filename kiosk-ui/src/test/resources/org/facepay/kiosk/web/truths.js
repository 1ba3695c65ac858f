// When each sentence is true, by its key. Runs in the page with the snapshot that is on it and returns what is said untruly
// and the keys of the claims that were seen; without one, all claims and the words that do not stand here once. A key that
// ends with an enum's value stands for all of its values.
async snapshot => {
  const { screen, overlay, display } = snapshot ?? { screen: {} };
  const { features, words } = await import('/page/words.js');
  const on =
    (...types) =>
    () =>
      types.includes(screen.type);
  const heard = [screen.staff, overlay?.staff];
  const staff = state => heard.includes(state);
  const notice = screen.notice?.kind;
  const paper = state => () => screen.paper === state;

  const purpose =
    (...purposes) =>
    () =>
      screen.type === 'consent' && purposes.includes(screen.purpose);
  const full =
    (...purposes) =>
    () =>
      purpose(...purposes)() && screen.full;
  const FACES = ['PAYMENT', 'RECOGNITION'];
  const account = kind => () => screen.account?.kind === kind;
  const hold = kind => () => screen.type === 'holdExplained' && screen.kind === kind;
  const waitsForAge = () => screen.age != null || screen.lines?.some(l => l.age > 0) === true;

  const unclear = any => () => screen.type === 'bill' && screen.lines.some(l => l.seen === 'NOT_CLEAR') === any;

  const truths = {
    // The money.
    unknownTitle: on('unknown'),
    unknownText: on('unknown'),
    unknownTextShort: on('unknown'),
    askingBank: on('unknown'),
    moneyComesBack: on('unknown'),
    moneyComesBackShort: on('unknown'),
    reference: on('unknown', 'handedOver'),
    basketKept: on('declined'),
    stillToPay: () => screen.type === 'faceEnded' && screen.amount != null,
    processingTextShort: () => screen.type === 'processing' && !screen.confirmOnPhone,
    confirmOnPhoneText: () => screen.confirmOnPhone === true,
    confirmOnPhoneTextShort: () => screen.confirmOnPhone === true,
    codeClosingText: on('codeClosing'),
    codeClosingTextShort: on('codeClosing'),
    scanWith: () => screen.type === 'payQr' && !screen.expired,
    receiptMore: on('success'),
    memberBalance: account('BALANCE'),
    linkedAccount: account('AGREEMENT'),
    fromBalance: account('BALANCE'),
    fromLinked: account('AGREEMENT'),
    holdFrozen: hold('FROZEN'),
    holdRest: hold('FROZEN'),
    holdNothing: hold('CREDIT'),
    holdLater: hold('CREDIT'),
    holdBill: on('holdExplained'),
    holdMost: on('holdExplained'),
    askUnsure: on('ask'),
    askUnsureShort: on('ask'),
    askWhyMany: () =>
      screen.type === 'ask' && screen.choices.some(c => c.articles.length !== 1 || c.articles[0].pieces !== 1),
    disputeCheckText: on('dispute'),
    disputeCheckShort: on('dispute'),
    debtDoubt: on('debt'),
    doorOpenText: on('doorOpen'),
    finalBill: on('taking', 'containerWelcome'),
    finalBillShort: on('taking'),
    closeToPay: on('taking'),
    closeToPayShort: on('taking'),
    taken: on('taking'),
    takenShort: on('taking'),
    takenNothingText: () => screen.lines?.length === 0,
    belongs: on('wrongPlace'),
    belongsShort: on('wrongPlace'),
    seenShortCLEARLY: () => screen.lines?.some(l => l.seen === 'CLEARLY') === true,
    seenShortLIKELY: () => screen.lines?.some(l => l.seen === 'LIKELY') === true,
    seenShortTOLD: () => screen.lines?.some(l => l.seen === 'TOLD') === true,
    dispensingTitle: on('dispensing'),
    dispensingText: on('dispensing'),
    fallingTitle: on('dispensing'),
    fallingTitleShort: on('dispensing'),
    fallingPiece: on('dispensing'),
    notDeliveredTitle: () =>
      screen.type === 'notDelivered' || screen.lines?.some(l => l.progress === 'NOT_OUT') === true,
    notDeliveredTitleShort: on('notDelivered'),
    notDeliveredMany: on('notDelivered'),
    reviewTitle: () => screen.money === 'REVIEW',
    inReview: () => screen.money === 'REVIEW',
    goesBack: () => screen.type === 'notDelivered' && screen.money !== 'REVIEW',
    vendingNothing: () => screen.chosen?.pieces === 0,
    referencePrinted: () => screen.referencePrinted === true,
    handedTitle: on('handedOver'),
    handedText: on('handedOver'),
    slipPrinting: paper('PRINTING'),
    slipPrinted: paper('PRINTED'),
    slipSent: paper('SENT'),
    slipNotPrinted: paper('NOT_PRINTED'),
    paidTitle: on('success'),
    paidTitleShort: on('success'),
    saved: () => (screen.saved ?? screen.totals?.saved) != null,
    savedShort: () => (screen.saved ?? screen.totals?.saved) != null,
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
    idleTitle: () => overlay?.type === 'idleWarning',
    idleText: () => overlay?.type === 'idleWarning',
    confirmText: () => overlay?.type === 'confirmCancel',
    withdrawText: () => overlay?.type === 'confirmWithdraw',
    leaveText: () => overlay?.type === 'confirmLeave',
    ageBanner: waitsForAge,
    ageBannerShort: waitsForAge,
    ageReady: waitsForAge,
    ageHeld: waitsForAge,
    ageHeldShort: waitsForAge,
    ageHow: on('ageCheck'),
    ageHowShort: on('ageCheck'),
    staffWaits: () => screen.waiting?.length > 0,
    staffWaitsShort: () => screen.waiting?.length > 0,
    staffDue: () => screen.tiles?.some(t => t.due) === true,
    staffUnpaid: () => screen.shopper != null,
    cashFirst: on('cash'),
    cashFirstText: on('cash'),
    keptTitle: on('suspended'),
    keptTitleShort: on('suspended'),
    keptUntil: on('suspended'),
    phoneScan: () => screen.type === 'phonePairing' && screen.url !== '',
    phoneScanText: () => screen.type === 'phonePairing' && screen.url !== '',
    phoneCertificate: () => screen.type === 'phonePairing' && screen.certificate !== '',
    phoneAsking: () => screen.type === 'phonePairing' && screen.url === '' && !screen.answered,
    phoneNone: () => screen.type === 'phonePairing' && screen.url === '' && screen.answered,
    phoneNoneText: () => screen.type === 'phonePairing' && screen.url === '' && screen.answered,
    useByWrong: () => screen.type === 'useBy' && screen.wrong,
    useByWrongShort: () => screen.type === 'useBy' && screen.wrong,
    restockFull: () => screen.lanes?.some(l => l.capacity > 0 && l.article.pieces >= l.capacity) === true,
    restockPut: () => screen.lanes?.some(l => l.filling === 'HERE' && l.article.pieces < l.capacity) === true,
    restockUnknown: () => screen.lanes?.some(l => l.before == null) === true,
    refundWait: on('refundAttendant'),
    refundStaffAgree: on('refundScan', 'refundLines'),
    notCalledTitle: () => staff('NOT_REACHED') && !(screen.seconds > 0),
    notCalledText: () => overlay?.staff === 'NOT_REACHED',
    staffNotCalled: () => staff('NOT_REACHED'),
    staffNotCalledShort: () => staff('NOT_REACHED'),
    payAfterAge: () => screen.age != null,
    payAfterAgeShort: () => screen.age != null,
    restockReading: () => screen.type === 'restock' && screen.lanes.length === 0,
    placingWeighing: () => screen.weighing === true,
    placingFits: () => screen.found?.grams === '',
    placingUnit: () => screen.found != null && screen.found.grams !== '',
    placingFound: () => screen.found != null,
    placingPut: () => screen.type === 'placing' && !screen.weighing && screen.found == null,
    placingDone: () => screen.type === 'placing' && !screen.weighing && screen.found == null,
    placingRight: () => screen.found != null,
    placingAgain: () => screen.found != null,
    restockScan: () => screen.type === 'restock' && screen.learns,
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
    bootTitle: on('boot'),
    lostTitle: () => false,
    closedTitle: () => screen.type === 'closed' && screen.reason !== 'OPENING_HOURS',
    closedElsewhere: () => screen.type === 'closed' && !['OPENING_HOURS', 'STAFF'].includes(screen.reason),
    closedOPENING_HOURS: () => screen.reason === 'OPENING_HOURS' && screen.opens == null,
    closedOPENING_HOURSText: () => screen.reason === 'OPENING_HOURS' && screen.opens == null,
    closedTomorrow: () => screen.opens?.tomorrow === true,
    closedToday: () => screen.opens?.tomorrow === false,
    closedHours: () => screen.opens != null,
    emptyBasket: () => screen.type === 'basket' && screen.lines.length === 0,
    emptyBasketText: () => screen.type === 'basket' && screen.lines.length === 0,
    justScanned: () => screen.lines?.some(l => l.justScanned) === true,
    nothingFound: () => screen.type === 'produce' && screen.goods.length === 0,
    notNow: () => screen.type === 'produce' && !screen.scaleReady,
    bagTakenOff: () => screen.tare != null,
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
    cameraOnShortest: on('capture'),
    cameraOnShort: () => screen.member?.state === 'LOOKING',
    cameraOnLabel: () => screen.member?.state === 'LOOKING',
    captureChallenge: () => /^(BLINK|TURN_)/.test(screen.guidance ?? ''),
    captureSoon: on('capture'),
    memberText: () => screen.type === 'memberCard' && !screen.joined,
    welcome: () => screen.joined === true,
    lastFourWhy: () => screen.kind === 'LAST_FOUR' && screen.name != null,
    lastFourText: () => screen.kind === 'LAST_FOUR' || screen.kind === 'CODE',
    phoneWhy: () => screen.kind === 'PHONE',
    numberWhy: () => screen.kind === 'NUMBER',
    joiningWhy: () => screen.kind === 'JOINING',
    pointPay: purpose('PAYMENT'),
    pointKnow: purpose('RECOGNITION'),
    pointKeep: purpose('STORAGE'),
    pointMember: purpose('MEMBERSHIP'),
    pointNumber: purpose('MEMBERSHIP'),
    pointNoMember: purpose('MEMBERSHIP'),
    pointLeave: purpose('MEMBERSHIP'),
    pointPicture: purpose(...FACES),
    pointEncrypted: purpose('STORAGE'),
    pointOtherWay: purpose('PAYMENT'),
    pointShop: purpose('RECOGNITION', 'STORAGE'),
    pointWithdraw: purpose(...FACES, 'STORAGE'),
    fullWho: full(...FACES, 'STORAGE', 'MEMBERSHIP'),
    fullWhyPAYMENT: full('PAYMENT'),
    fullWhyRECOGNITION: full('RECOGNITION'),
    fullWhySTORAGE: full('STORAGE'),
    fullWhyMEMBERSHIP: full('MEMBERSHIP'),
    fullWhat: full(...FACES),
    fullWhatSTORAGE: full('STORAGE'),
    fullWhatMEMBERSHIP: full('MEMBERSHIP'),
    fullLong: full(...FACES),
    fullLongSTORAGE: full('STORAGE'),
    fullLongMEMBERSHIP: full('MEMBERSHIP'),
    fullWhere: full(...FACES, 'STORAGE', 'MEMBERSHIP'),
    fullFree: full(...FACES, 'STORAGE'),
    fullFreeMEMBERSHIP: full('MEMBERSHIP'),
    fullWithdraw: full(...FACES, 'STORAGE'),
    fullWithdrawMEMBERSHIP: full('MEMBERSHIP'),
    fullRights: full(...FACES, 'STORAGE', 'MEMBERSHIP'),
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
    wrongCode: () => screen.wrong === true && screen.kind === 'CODE',
    joinTitle: on('joinOffer'),
    joinText: on('joinOffer'),
    wrongLastFour: () => screen.wrong === true,
    wrongPhone: () => screen.wrong === true,
  };
  // What just happened: its kind, its sentence and what to do.
  const notices = {
    ITEM_NOT_FOUND: ['noticeNotFound', 'noticeNotFoundText'],
    UNREADABLE: ['noticeUnreadable', 'noticeUnreadableText'],
    BASKET_FULL: ['noticeFull', 'noticeFullText'],
    PAY_CODE_TOO_EARLY: ['noticeTooEarly', 'noticeTooEarlyText'],
    NOT_A_PAY_CODE: ['noticeNotPayCode', 'noticeNotPayCodeText'],
    NOT_FOR_INSTALMENTS: ['noticeNotInParts', 'noticeNotInPartsText'],
    TRAY_NOT_EMPTY: ['noticeTrayText'],
    SCANNER_OFFLINE: ['noticeScanner', 'noticeScannerText'],
    LINE_REMOVED: ['noticeRemoved'],
    MEMBER_RECOGNISED: ['noticeMember', 'noticeMemberText'],
    MEMBER_NOT_FOUND: ['noticeNoMember', 'noticeNoMemberText'],
    MEMBERS_UNAVAILABLE: ['noticeMembersOut', 'noticeNoMemberText'],
    MEMBERSHIP_ENDED: ['noticeLeft', 'noticeLeftText'],
    FACE_NOT_RECOGNISED: ['noticeNotKnown', 'noticeNotKnownText'],
    NO_CAMERA: ['noticeNoCamera', 'noticeNoCameraText'],
    FACE_DELETED: ['noticeFaceDeleted', 'noticeFaceDeletedText'],
    EXPIRED_GOODS: ['noticeExpired', 'noticeExpiredText'],
    RECALLED_GOODS: ['noticeRecalled', 'noticeRecalledText'],
    NOT_WEIGHED: ['noticeNotWeighed', 'noticeNotWeighedText'],
    AGE_CONFIRMED: ['noticeAgeConfirmed', 'noticeAgeConfirmedText'],
    AGE_REFUSED: ['noticeAgeRefused', 'noticeAgeRefusedText'],
    BASKET_COMING: ['noticeKeptComing', 'noticeKeptComingText'],
    BASKET_RESUMED: ['noticeKeptResumed', 'noticeKeptResumedText'],
    BASKET_USED: ['noticeKeptUsed', 'noticeKeptUsedText'],
    BASKET_EXPIRED: ['noticeKeptExpired', 'noticeKeptExpiredText'],
    BASKET_UNREACHED: ['noticeKeptUnreached', 'noticeKeptUnreachedText'],
    COUPON: ['noticeCoupon', 'noticeCouponText'],
    COUPON_TAKEN: ['noticeCouponTaken', 'noticeCouponTakenText'],
    BAG_UNEXPECTED_ITEM: ['noticeBagUnexpectedText'],
    BAG_MISSING_ITEM: ['noticeBagMissing', 'noticeBagMissingText'],
    BAG_REMOVED: ['noticeBagRemovedText'],
    NOT_A_RECEIPT: ['noticeNotReceipt', 'noticeNotReceiptText'],
    RECEIPT_NOT_FOUND: ['noticeNoReceipt', 'noticeNoReceiptText'],
    REFUND_REFUSED: ['noticeRefundRefused', 'noticeRefundRefusedText'],
    REFUND_OFFLINE: ['noticeRefundRefused', 'noticeRefundOfflineText'],
    NOTHING_TO_REFUND: ['noticeNothingBack', 'noticeNothingBackText'],
  };
  const kinds = {};
  for (const [kind, keys] of Object.entries(notices)) for (const key of keys) (kinds[key] ??= []).push(kind);
  for (const [key, of] of Object.entries(kinds)) truths[key] = () => of.includes(notice);

  const values = {
    declined: [
      ...[
        'BANK_REFUSED',
        'BALANCE_TOO_LOW',
        'CODE_EXPIRED',
        'CODE_NOT_ACCEPTED',
        'CANCELLED_BY_SHOPPER',
        'NETWORK_DOWN',
      ],
      ...[
        'NOT_CONFIRMED_IN_TIME',
        'LIMIT_REACHED',
        'WRONG_PIN',
        'CARD_NOT_ACCEPTED',
        'ACCOUNT_CLOSED',
        'NOT_COMPLETED',
      ],
    ].map(v => [v, () => screen.type === 'declined' && screen.reason === v]),
    ended: ['NOT_RECOGNISED', 'NO_CAMERA', 'TOO_MANY_TRIES', 'NO_ACCOUNT', 'BALANCE_TOO_LOW', 'ALREADY_MEMBER'].map(
      v => [
        v,
        () =>
          screen.type === 'faceEnded' && screen.end === v && !(v === 'NOT_RECOGNISED' && screen.purpose === 'STORAGE'),
      ],
    ),
    endedNOT_RECOGNISED: [['STORAGE', () => screen.end === 'NOT_RECOGNISED' && screen.purpose === 'STORAGE']],
    guide: [
      ...['STARTING', 'LOOKING', 'COME_CLOSER', 'MOVE_BACK', 'MOVE_TO_CENTRE', 'MORE_LIGHT', 'LESS_LIGHT', 'LOOK_HERE'],
      ...['HOLD_STILL', 'ONE_FACE_ONLY', 'BLINK', 'TURN_LEFT', 'TURN_RIGHT'],
    ].map(v => [v, () => screen.guidance === v || screen.member?.guidance === v]),
    reader: ['INSERT_OR_TAP', 'ENTER_PIN', 'PROCESSING', 'REMOVE_CARD'].map(v => [v, () => screen.step === v]),
    consentTitle: [...FACES, 'STORAGE', 'MEMBERSHIP'].map(v => [v, purpose(v)]),
    asks: ['LINE', 'PERCENT', 'REASON'].map(v => [v, () => screen.asks === v]),
    bag: ['UNEXPECTED_ITEM', 'MISSING_ITEM', 'REMOVED'].map(v => [
      v,
      () => overlay?.kind === v || notice === `BAG_${v}`,
    ]),
    restock: ['TO_DO', 'HERE', 'DONE', 'SKIPPED'].map(v => [
      v,
      () => screen.lanes?.some(l => l.filling === v) === true,
    ]),
    notPlaced: ['UNKNOWN', 'NOT_BY_PIECE', 'NOT_FOR_ALL', 'NOT_SOLD', 'INTERRUPTED'].map(v => [
      v,
      () => screen.refused === v,
    ]),
    misplaced: [
      'NOTHING_HEAVIER',
      'SEVERAL_SHELVES',
      'BETWEEN_LANES',
      'OTHER_NUMBER',
      'NO_SUCH_MASS',
      'OTHER_GOODS',
      'NOT_STILL',
      'SILENT',
    ].map(v => [v, () => screen.wrong === v]),
    staff: ['RECEIVED', 'COMING'].map(v => [v, () => staff(v)]),
    done: [
      'VOIDED',
      'VOID_UNDONE',
      'DISCOUNTED',
      'BAGS_ACCEPTED',
      'PAUSES',
      'PRINTING',
      'PRINTED',
      'SENT',
      'NOT_PRINTED',
    ].map(v => [v, () => screen.done === v]),
    age: ['RECEIVED', 'COMING'].map(v => [v, () => screen.age?.staff === v]),
    called: ['RECEIVED', 'COMING'].map(v => [v, () => overlay?.staff === v]),
    calledText: ['RECEIVED', 'COMING'].map(v => [v, () => overlay?.staff === v]),
    bagStaff: ['NOT_REACHED', 'RECEIVED', 'COMING'].map(v => [v, () => overlay?.staff === v]),
    scale: ['WAITING', 'MOVING', 'STABLE', 'TOO_HEAVY', 'TOO_LIGHT', 'BELOW_ZERO', 'NO_SCALE', 'EXPIRED'].map(v => [
      v,
      () => (screen.state === v && !screen.bagFirst) || (v === 'NO_SCALE' && screen.scaleReady === false),
    ]),
    closed: [
      ...['STORAGE_FULL', 'STORAGE_DAMAGED', 'STORAGE_READ_ONLY', 'STORAGE_LOCKED', 'NO_GOODS', 'SET_UP', 'STAFF'],
      ...['DOOR_OPEN', 'NOT_SERVICED', 'DISPENSER_AWAY'],
    ].map(v => [v, () => screen.reason === v]),
    trouble: ['TOO_WARM', 'COLD_UNKNOWN', 'EXPIRED', 'SLOT_OFF'].map(v => [v, () => screen.troubles?.includes(v)]),
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

  // Names of controls and figures, and what to do: these say nothing that could be untrue. By feature.
  const labels = `
    touchToStart start
    basket basketShort itemsTouch items moreBelow pay bagShort cancel remove removeNamed removeLine change
    ageLeave ageLeaveShort lineWeighed lineTitle done noBarcode noBarcodeShort
    consentTitleShort guardian noticeVersion fullNotice fullNoticeShort noThanks withoutFace withoutFaceShort
    agreeMember agreeFace agreeJoin fullTitle readOn noticeRead fullGuardian
    closedAt notRight allCorrect disputeTitle disputeTitleShort disputeNOT_TAKEN disputeWRONG_NUMBER
    disputeShortNOT_TAKEN disputeShortWRONG_NUMBER disputeChosen disputeChosenAs disputeCheck disputeLineFirst
    disputeHow disputeBack debtWhen debtWhat debtWhy debtSum debtNotRight debtPay debtPayShort debtNotToday
    stepOpen stepTake stepClose stepPaid openByFACE openByWALLET_QR openByALIPAY_QR openByWECHAT_QR openingText
    pullNot takenBack onShelf estimated estimatedShort afterMoving keepHere keepHereShort cannotMove
    stillChoosing willNotClose countingText askTitle askTitleShort askMany askNot notSure
    idleFinish callOnceMore gotIt confirmTitle confirmYes withdrawTitle withdrawNo leaveTitle leaveYes
    withdrawYes keepScanning
    stopFace captureText captureTextShort captureWhere isThisYou paysFrom before after leftAfter yesPay
    yesPayAmount notMe otherWayShortest followTitle followText followTextShort join joinNot
    instalmentsTitle instalmentsTitleShort instalmentsText months eachPart payAtOnce payAtOnceText backShort
    holdTitle holdTitleShort holdOther holdAgree holdAgreeShort held atMost
    member memberNamed lastFour lastFourShort phone byPhone scanMemberCodeText memberByNumberText code codeShort memberCode
    memberDigits leave leaveShort typed deleteDigit balance savedThisTime yourFace withdraw withdrawShort
    itemsLong payTitle payTitleShort andMore payCode payStaff payStaffText presentTitle
    presentTitleShort presentText presentMember presentMemberShort payCodeOnPhone payInPartsShort amount
    printReference printAgain receiptText receiptCode paperQuestion printReceipt endsIn payFace payFaceText
    payWalletFace payWalletFaceText payCard payCardText payWalletQr walletTitle payAlipayQr
    payAlipayQrText payWechatQr payWechatQrText scanThis payQrCode validFor newCode
    produceTitle findByLetters lettersHint showAll showFound pageBack pageOn price addToBasket otherGood inBag
    inBagShort
    refundScanTitle refundScanTitleShort refundScanText refundLeave refundLeaveShort refundLines
    refundLinesShort refundTouch refundSum refundThis refundBack refundNext
    displayAndHelp otherLanguage largerText largerTextShort contrast callStaff callStaffShort staffMode
    staffEnds staffEndsShort callLead callLeadShort actions moreKinds toTop toTopShort total toPay taxIncluded
    bag cancelShort oneLess oneMore backToBasket backToBasketShort anotherWay anotherWayShort tryAgain askStaff
    print callAgain receipt noPaper finish putBack keepShopping payAnotherWay nextStep hello youPay clear
    staffTitle jobAGE jobWEIGHT jobVOID jobDISCOUNT jobREPRINT jobCASH jobPAUSE jobDAY_END jobSUSPEND keptItems
    keptDone jobPHONE staffShopper staffExit staffExitNobody staffExitShort staffMenuBack cashDue cashReceived
    cashChange cashDone cashDoneShort cashDelete useByAsk useByShort useByHow restockCount restockIn
    restockFilled restockSkip placingLeave restockEnd restockEndShort restockLooked restockLookedShort staffBack
    staffBackShort ageQuestion ageYes ageNo
    vendingTitle keypadCHOOSE keypadSTART keypadStart vendingItems changeNumbers changeNumbersShort vendingBack
    vendingPaid comma vendingLeave collectedAll someMissing collected oneMissing
    voice voiceTitle voiceText voiceHow voiceEnd voiceOff voiceTap voiceTapText voiceTwice voiceTwiceText
    voiceSwipe voiceSwipeText voiceHold voiceHoldText voiceButton voicePressed voiceNotPressed voiceDead
  `
    .trim()
    .split(/\s+/);

  const plain = text => text.replaceAll('\u200b', '').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const gap = Object.assign(new String('\u0001'), { join: () => '\u0001' });
  // Each text of a word as a pattern; what has no gap is looked up. The same for every screen of a language.
  const filled = (said, by) => {
    try {
      return [said(by, by, by)].flat();
    } catch {
      return []; // no text goes there
    }
  };
  const textsOf = said =>
    (typeof said === 'function' ? [...filled(said, gap), ...filled(said, '')] : [said].flat()).filter(
      text => text !== '',
    );
  const sentences = () => {
    const said = words(display.language);
    const whole = new Map();
    const gapped = [];
    for (const key of listed) {
      if (said[key] === undefined) throw new Error(`no such word: ${key}`);
      for (const text of textsOf(said[key]).map(text => plain(text.replace(/\{\w+\}/, '\u0001')))) {
        const parts = text.split('\u0001');
        if (parts.length === 1) whole.set(text, [...(whole.get(text) ?? []), key]);
        else gapped.push([new RegExp(`^${parts.map(escaped).join('.+')}$`), key]);
      }
    }
    return { whole, gapped };
  };
  const listed = [...Object.keys(truths), ...labels];
  if (!snapshot) {
    const known = Object.values(features).flatMap(feature => Object.keys(feature));
    const unlisted = known.filter(key => listed.filter(each => each === key).length !== 1);
    return { claims: Object.keys(truths), unlisted };
  }
  const { whole, gapped } = ((globalThis.sentences ??= {})[display.language] ??= sentences());
  const visible = [...document.querySelectorAll('#page *')].filter(e => e.checkVisibility() && !e.closest('svg'));
  const texts = elements => new Set(elements.map(e => plain(e.textContent)).filter(text => text && text.length < 400));
  // What an element has of its own, and not only its children: with a gap, all that they say would be one sentence.
  const own = texts(
    visible.filter(e => [...e.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())),
  );
  const seen = {};
  for (const text of texts(visible)) {
    const withGap = own.has(text) ? gapped.filter(([pattern]) => pattern.test(text)).map(([, key]) => key) : [];
    const keys = [...(whole.get(text) ?? []), ...withGap];
    if (keys.length > 0) seen[text] = keys.map(key => [key, truths[key] === undefined || Boolean(truths[key]())]);
  }
  // Two keys may say the same; one of them has to be right.
  const untrue = Object.entries(seen).filter(([, claims]) => claims.every(([, holds]) => !holds));
  return {
    untrue: untrue.map(([text, claims]) => `"${text}" (${claims.map(([key]) => key).join(', ')})`),
    claims: Object.values(seen).flatMap(claims => claims.map(([key]) => key)),
  };
};
