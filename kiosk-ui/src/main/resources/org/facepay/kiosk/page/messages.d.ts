// What goes over the link: the records of org.facepay.kiosk.screen. Written by MessageTypesTest, not by hand.

export type Snapshot = { seq: number; display: Display; screen: Screen; overlay: Overlay | null };

export type Display = {
  language: Language;
  largerText: boolean;
  highContrast: boolean;
  shop: string;
  terminal: string;
  clock: string;
  online: boolean;
};

export type Screen =
  | Boot
  | Attract
  | Playing
  | Basket
  | PayChoice
  | PresentCode
  | Processing
  | Declined
  | Unknown
  | Success
  | Consent
  | Capture
  | Confirm
  | Keypad
  | JoinOffer
  | FaceEnded
  | MemberWays
  | MemberCard
  | FollowCamera
  | Closed
  | Produce
  | Weighing
  | PayQr
  | CodeClosing
  | HandedOver
  | FollowReader
  | Instalments
  | HoldExplained
  | RefundScan
  | RefundLines
  | RefundAttendant
  | Refunding
  | Refunded
  | Menu
  | LineTask
  | Cash
  | Suspended
  | Restock
  | Placing
  | UseBy
  | Phone
  | AgeCheck
  | Shelf
  | Numbers
  | ByKeypad
  | NotSold
  | Dispensing
  | Collect
  | NotDelivered
  | Welcome
  | Opening
  | Taking
  | WrongPlace
  | DoorOpen
  | Counting
  | Ask
  | Bill
  | Dispute
  | Objected
  | Debt
  | NotOpened;

export type Overlay = IdleWarning | AttendantCalled | ConfirmCancel | ConfirmWithdraw | ConfirmLeave | BagCheck;

export type Language = 'ZH' | 'EN';

export type Boot = { type: 'boot' };

export type Attract = { type: 'attract'; offers: Offer[]; scanner: boolean; only: Method[] };

export type Playing = { type: 'playing'; item: string; kind: MediaKind; address: string };

export type Basket = {
  type: 'basket';
  lines: Line[];
  totals: Totals;
  notice: Notice | null;
  member: MemberTag | null;
  editing: boolean;
  produce: boolean;
  age: AgeWait | null;
};

export type PayChoice = {
  type: 'payChoice';
  lines: Line[];
  totals: Totals;
  methods: Method[];
  outOfReach: Method[];
  wallets: Wallets;
};

export type PresentCode = {
  type: 'presentCode';
  totals: Totals;
  notice: Notice | null;
  partsWith: string | null;
  parts: Parts | null;
  beside: Beside;
};

export type Processing = { type: 'processing'; amount: string; confirmOnPhone: boolean };

export type Declined = { type: 'declined'; amount: string; items: number; reason: DeclineReason };

export type Unknown = {
  type: 'unknown';
  reference: string;
  amount: string;
  staff: StaffCall;
  referencePrinted: boolean;
};

export type Success = {
  type: 'success';
  amount: string;
  saved: string | null;
  receiptUrl: string;
  paper: Paper;
  seconds: number;
  clock: number;
  receiptCode: QrModules;
};

export type Consent = {
  type: 'consent';
  purpose: ConsentPurpose;
  otherwise: boolean;
  version: string;
  full: boolean;
  amount: string | null;
};

export type Capture = { type: 'capture'; purpose: ConsentPurpose; guidance: Guidance; amount: string | null };

export type Confirm = { type: 'confirm'; name: string; amount: string; saved: string | null; account: Account };

export type Keypad = {
  type: 'keypad';
  kind: KeypadKind;
  digits: string;
  length: number;
  name: string | null;
  amount: string | null;
  wrong: boolean;
};

export type JoinOffer = { type: 'joinOffer' };

export type FaceEnded = { type: 'faceEnded'; purpose: ConsentPurpose; end: FaceEnd; amount: string | null };

export type MemberWays = { type: 'memberWays'; scanner: boolean; unknown: boolean };

export type MemberCard = {
  type: 'memberCard';
  name: string;
  joined: boolean;
  balance: string | null;
  saved: string | null;
  kept: Kept;
  code: string;
  digits: string;
  memberCode: QrModules;
};

export type FollowCamera = { type: 'followCamera'; amount: string };

export type Closed = { type: 'closed'; reason: ClosedReason; opens: OpensAgain | null };

export type Produce = {
  type: 'produce';
  goods: Good[];
  query: string;
  letters: string;
  searching: boolean;
  scaleReady: boolean;
  totals: Totals;
};

export type Weighing = {
  type: 'weighing';
  good: Good;
  state: ScaleState;
  weight: string | null;
  tare: string | null;
  price: string | null;
  count: number;
  bagFirst: boolean;
  canAdd: boolean;
};

export type PayQr = {
  type: 'payQr';
  totals: Totals;
  url: string;
  wallet: string;
  seconds: number;
  expired: boolean;
  payCode: QrModules;
};

export type CodeClosing = { type: 'codeClosing'; amount: string; seconds: number; canReturn: boolean };

export type HandedOver = {
  type: 'handedOver';
  reference: string;
  amount: string;
  paper: Paper;
  seconds: number;
  clock: number;
};

export type FollowReader = { type: 'followReader'; amount: string; step: ReaderStep };

export type Instalments = { type: 'instalments'; amount: string; plans: Plan[] };

export type HoldExplained = { type: 'holdExplained'; amount: string; kind: HoldKind };

export type RefundScan = { type: 'refundScan'; notice: Notice | null };

export type RefundLines = { type: 'refundLines'; lines: RefundLine[]; amount: string; canRefund: boolean };

export type RefundAttendant = { type: 'refundAttendant'; amount: string; staff: StaffCall };

export type Refunding = { type: 'refunding'; amount: string; staff: StaffCall };

export type Refunded = { type: 'refunded'; amount: string; when: string; settlement: Settlement; paper: Paper };

export type Menu = {
  type: 'staffMenu';
  badge: Badge;
  tiles: Tile[];
  shopper: Shopper | null;
  waiting: Line[];
  done: Done;
};

export type LineTask = { type: 'lineTask'; badge: Badge; job: Job; lines: Line[]; asks: Asks; options: Option[] };

export type Cash = {
  type: 'cash';
  badge: Badge;
  shopper: Shopper;
  received: string;
  change: string | null;
  quick: Option[];
};

export type Suspended = {
  type: 'suspended';
  badge: Badge;
  shopper: Shopper;
  code: string;
  until: string;
  done: Done;
  basketCode: QrModules;
};

export type Restock = {
  type: 'restock';
  badge: Badge;
  lanes: Lane[];
  troubles: Trouble[];
  learns: boolean;
  refused: NotPlaced | null;
};

export type Placing = {
  type: 'placing';
  badge: Badge;
  article: Article;
  weighing: boolean;
  found: Found | null;
  wrong: Misplaced | null;
};

export type UseBy = { type: 'useBy'; badge: Badge; lane: string; article: string; digits: string; wrong: boolean };

export type Phone = {
  type: 'phonePairing';
  badge: Badge;
  url: string;
  certificate: string;
  answered: boolean;
  phoneCode: QrModules;
};

export type AgeCheck = { type: 'ageCheck'; badge: Badge; years: number; lines: Line[]; amount: string };

export type Shelf = { type: 'vendingShelf'; slots: Slot[]; chosen: Chosen; tray: boolean };

export type Numbers = { type: 'vendingNumbers'; chosen: Chosen };

export type ByKeypad = { type: 'vendingKeypad'; slots: Slot[]; prompt: Prompt };

export type NotSold = { type: 'notSold'; why: Unsold };

export type Dispensing = { type: 'dispensing'; lines: Coming[]; piece: number; pieces: number };

export type Collect = { type: 'collect'; articles: Article[]; paid: string };

export type NotDelivered = {
  type: 'notDelivered';
  articles: Article[];
  unseen: boolean;
  amount: string;
  paid: string;
  money: Money;
  staff: StaffCall;
};

export type Welcome = {
  type: 'containerWelcome';
  most: string;
  methods: Method[];
  scanner: boolean;
  notice: Notice | null;
};

export type Opening = { type: 'doorOpening'; drawn: boolean; seconds: number };

export type Taking = { type: 'taking'; lines: Taken[]; estimate: string; most: string };

export type WrongPlace = {
  type: 'wrongPlace';
  article: Article;
  shelf: number;
  belongs: number;
  shelves: number;
  estimate: string;
  after: string;
};

export type DoorOpen = { type: 'doorOpen'; estimate: string; seconds: number; staff: StaffCall };

export type Counting = { type: 'counting' };

export type Ask = { type: 'ask'; choices: Choice[] };

export type Bill = {
  type: 'bill';
  lines: BillLine[];
  charged: string;
  state: MoneyState;
  receiptUrl: string;
  closed: string;
  days: number;
  seconds: number;
  clock: number;
  billCode: QrModules;
};

export type Dispute = {
  type: 'dispute';
  lines: BillLine[];
  chosen: string | null;
  complaint: Complaint | null;
  refund: string | null;
};

export type Objected = { type: 'objected'; article: Article; amount: string; objection: Objection; staff: StaffCall };

export type Debt = { type: 'debt'; articles: Article[]; when: string; amount: string; why: DebtReason };

export type NotOpened = { type: 'notOpened'; reason: Reason; charged: boolean };

export type IdleWarning = { type: 'idleWarning'; seconds: number };

export type AttendantCalled = { type: 'attendantCalled'; staff: StaffCall };

export type ConfirmCancel = { type: 'confirmCancel'; items: number };

export type ConfirmWithdraw = { type: 'confirmWithdraw' };

export type ConfirmLeave = { type: 'confirmLeave' };

export type BagCheck = { type: 'bagCheck'; kind: BagCheckKind; staff: StaffCall };

export type Offer = { picture: string; name: string; title: string; amount: string };

export type Method = 'PAY_CODE' | 'FACE' | 'WALLET_FACE' | 'CARD' | 'WALLET_QR' | 'ALIPAY_QR' | 'WECHAT_QR' | 'STAFF';

export type MediaKind = 'PICTURE' | 'VIDEO';

export type Line = {
  id: string;
  picture: string;
  name: string;
  note: string;
  quantity: string;
  count: number;
  price: string;
  was: string | null;
  offer: string | null;
  open: boolean;
  justScanned: boolean;
  age: number;
};

export type Totals = {
  items: number;
  gross: string;
  total: string;
  saved: string | null;
  reductions: Reduction[];
  taxes: Tax[];
};

export type Notice = { kind: NoticeKind; detail: string };

export type MemberTag = { state: MemberState; name: string; guidance: Guidance };

export type AgeWait = { name: string; years: number; staff: StaffCall };

export type Wallets = { read: string; shown: string };

export type Parts = { wallet: string; months: number; each: string; fee: string };

export type Beside = { face: boolean; code: boolean };

export type DeclineReason =
  | 'BANK_REFUSED'
  | 'BALANCE_TOO_LOW'
  | 'CODE_EXPIRED'
  | 'CODE_NOT_ACCEPTED'
  | 'NOT_CONFIRMED_IN_TIME'
  | 'CANCELLED_BY_SHOPPER'
  | 'NETWORK_DOWN'
  | 'LIMIT_REACHED'
  | 'WRONG_PIN'
  | 'CARD_NOT_ACCEPTED'
  | 'ACCOUNT_CLOSED'
  | 'NOT_COMPLETED';

export type StaffCall = 'NOT_REACHED' | 'RECEIVED' | 'COMING';

export type Paper = 'NONE' | 'PRINTING' | 'PRINTED' | 'SENT' | 'NOT_PRINTED';

export type QrModules = { size: number; path: string };

export type ConsentPurpose = 'RECOGNITION' | 'PAYMENT' | 'STORAGE' | 'MEMBERSHIP';

export type Guidance =
  | 'STARTING'
  | 'LOOKING'
  | 'COME_CLOSER'
  | 'MOVE_BACK'
  | 'MOVE_TO_CENTRE'
  | 'MORE_LIGHT'
  | 'LESS_LIGHT'
  | 'LOOK_HERE'
  | 'HOLD_STILL'
  | 'ONE_FACE_ONLY'
  | 'BLINK'
  | 'TURN_LEFT'
  | 'TURN_RIGHT';

export type Account = { kind: AccountKind; before: string | null; after: string | null };

export type KeypadKind = 'LAST_FOUR' | 'PHONE' | 'JOINING' | 'NUMBER' | 'CODE';

export type FaceEnd =
  'NOT_RECOGNISED' | 'NO_CAMERA' | 'TOO_MANY_TRIES' | 'NO_ACCOUNT' | 'BALANCE_TOO_LOW' | 'ALREADY_MEMBER';

export type Kept = 'FACE' | 'MEMBERSHIP' | 'ACCOUNT' | 'NOTHING';

export type ClosedReason =
  | 'OPENING_HOURS'
  | 'STORAGE_FULL'
  | 'STORAGE_DAMAGED'
  | 'STORAGE_READ_ONLY'
  | 'STORAGE_LOCKED'
  | 'NO_GOODS'
  | 'SET_UP'
  | 'STAFF'
  | 'DOOR_OPEN'
  | 'NOT_SERVICED'
  | 'DISPENSER_AWAY';

export type OpensAgain = { tomorrow: boolean; from: string; until: string };

export type Good = { id: string; picture: string; name: string; price: string; unit: string; byWeight: boolean };

export type ScaleState =
  'WAITING' | 'MOVING' | 'STABLE' | 'TOO_HEAVY' | 'TOO_LIGHT' | 'BELOW_ZERO' | 'NO_SCALE' | 'EXPIRED';

export type ReaderStep = 'INSERT_OR_TAP' | 'ENTER_PIN' | 'PROCESSING' | 'REMOVE_CARD';

export type Plan = { id: string; months: number; each: string; fee: string };

export type HoldKind = 'FROZEN' | 'CREDIT';

export type RefundLine = {
  id: string;
  picture: string;
  name: string;
  quantity: string;
  price: string;
  ticked: number;
  left: number;
  locked: string | null;
};

export type Settlement = 'SETTLED' | 'PROCESSING' | 'IN_TROUBLE';

export type Badge = { attendant: string; seconds: number };

export type Tile = { job: Job; possible: boolean; due: boolean };

export type Shopper = { items: number; total: string };

export type Done =
  | 'NOTHING'
  | 'VOIDED'
  | 'VOID_UNDONE'
  | 'DISCOUNTED'
  | 'BAGS_ACCEPTED'
  | 'PAUSES'
  | 'PRINTING'
  | 'PRINTED'
  | 'SENT'
  | 'NOT_PRINTED';

export type Job =
  'AGE' | 'WEIGHT' | 'VOID' | 'DISCOUNT' | 'REPRINT' | 'CASH' | 'SUSPEND' | 'PAUSE' | 'DAY_END' | 'PHONE';

export type Asks = 'LINE' | 'PERCENT' | 'REASON';

export type Option = { id: string; label: string };

export type Lane = {
  id: string;
  article: Article;
  before: string | null;
  capacity: number;
  filling: Filling;
  useBy: string;
};

export type Trouble = 'TOO_WARM' | 'COLD_UNKNOWN' | 'EXPIRED' | 'SLOT_OFF';

export type NotPlaced = 'UNKNOWN' | 'NOT_BY_PIECE' | 'NOT_FOR_ALL' | 'NOT_SOLD' | 'INTERRUPTED';

export type Article = { picture: string; name: string; pieces: number };

export type Found = { lane: string; grams: string };

export type Misplaced =
  | 'NOTHING_HEAVIER'
  | 'SEVERAL_SHELVES'
  | 'BETWEEN_LANES'
  | 'OTHER_NUMBER'
  | 'NO_SUCH_MASS'
  | 'OTHER_GOODS'
  | 'NOT_STILL'
  | 'SILENT';

export type Slot = {
  id: string;
  picture: string;
  name: string;
  note: string;
  price: string;
  pieces: number;
  selling: Selling;
};

export type Chosen = { lines: Pick[]; pieces: number; full: boolean; total: string };

export type Prompt = 'CHOOSE' | 'START' | 'CHOOSE_NOW' | 'CODE_READ';

export type Unsold = 'WRONG_PRICE' | 'NOT_SOLD';

export type Coming = { article: Article; progress: Progress };

export type Money = 'REFUNDING' | 'REFUNDED' | 'REVIEW' | 'STAFF';

export type Taken = { article: Article; note: string; shelf: number; amount: string; just: boolean };

export type Choice = { id: string; articles: Article[]; amount: string };

export type BillLine = { id: string; article: Article; amount: string; seen: Seen };

export type MoneyState = 'NOTHING' | 'UNCLEAR' | 'CHARGING' | 'CHARGED' | 'OWED';

export type Complaint = 'NOT_TAKEN' | 'WRONG_NUMBER';

export type Objection = 'REFUNDING' | 'REFUNDED' | 'REVIEW' | 'STAFF';

export type DebtReason = 'BALANCE_TOO_LOW' | 'REFUSED' | 'HOLD_EXPIRED';

export type Reason = 'NO_PROMISE' | 'NETWORK' | 'LOCK' | 'NOT_PULLED' | 'LIMIT' | 'NOT_PAID' | 'PAID';

export type BagCheckKind = 'UNEXPECTED_ITEM' | 'MISSING_ITEM' | 'REMOVED';

export type Reduction = { label: string; amount: string };

export type Tax = { rate: string; amount: string };

export type NoticeKind =
  | 'ITEM_NOT_FOUND'
  | 'UNREADABLE'
  | 'BASKET_FULL'
  | 'PAY_CODE_TOO_EARLY'
  | 'NOT_A_PAY_CODE'
  | 'TRAY_NOT_EMPTY'
  | 'NOT_FOR_INSTALMENTS'
  | 'SCANNER_OFFLINE'
  | 'LINE_REMOVED'
  | 'MEMBER_RECOGNISED'
  | 'MEMBER_NOT_FOUND'
  | 'MEMBERS_UNAVAILABLE'
  | 'MEMBERSHIP_ENDED'
  | 'FACE_NOT_RECOGNISED'
  | 'NO_CAMERA'
  | 'FACE_DELETED'
  | 'EXPIRED_GOODS'
  | 'RECALLED_GOODS'
  | 'NOT_WEIGHED'
  | 'AGE_CONFIRMED'
  | 'AGE_REFUSED'
  | 'BASKET_COMING'
  | 'BASKET_RESUMED'
  | 'BASKET_USED'
  | 'BASKET_EXPIRED'
  | 'BASKET_UNREACHED'
  | 'COUPON'
  | 'COUPON_TAKEN'
  | 'BAG_UNEXPECTED_ITEM'
  | 'BAG_MISSING_ITEM'
  | 'BAG_REMOVED'
  | 'NOT_A_RECEIPT'
  | 'RECEIPT_NOT_FOUND'
  | 'NOTHING_TO_REFUND'
  | 'REFUND_REFUSED'
  | 'REFUND_OFFLINE';

export type MemberState = 'NONE' | 'LOOKING' | 'KNOWN';

export type AccountKind = 'BALANCE' | 'AGREEMENT';

export type Filling = 'TO_DO' | 'HERE' | 'DONE' | 'SKIPPED';

export type Selling = 'SOLD' | 'SOLD_OUT' | 'OFF';

export type Pick = { id: string; article: Article; more: boolean; amount: string };

export type Progress = 'NEXT' | 'COMING' | 'OUT' | 'NOT_OUT' | 'UNSEEN';

export type Seen = 'CLEARLY' | 'LIKELY' | 'TOLD' | 'NOT_CLEAR';

export type Intent =
  | { intent: 'start' }
  | { intent: 'openLine'; line: string }
  | { intent: 'closeLine' }
  | { intent: 'oneMore'; line: string }
  | { intent: 'oneLess'; line: string }
  | { intent: 'removeLine'; line: string }
  | { intent: 'addBag' }
  | { intent: 'changeNumbers' }
  | { intent: 'cancel' }
  | { intent: 'confirmCancel' }
  | { intent: 'pay' }
  | { intent: 'chooseMethod'; method: Method }
  | { intent: 'back' }
  | { intent: 'retry' }
  | { intent: 'anotherWay' }
  | { intent: 'member' }
  | { intent: 'withoutFace' }
  | { intent: 'byPhone' }
  | { intent: 'leaveMembership' }
  | { intent: 'confirmLeave' }
  | { intent: 'agreeFace' }
  | { intent: 'fullNotice' }
  | { intent: 'digit'; digit: number }
  | { intent: 'deleteDigit' }
  | { intent: 'clearDigits' }
  | { intent: 'confirmDigits' }
  | { intent: 'confirmPerson' }
  | { intent: 'notMe' }
  | { intent: 'putBack' }
  | { intent: 'join' }
  | { intent: 'withdrawFace' }
  | { intent: 'confirmWithdraw' }
  | { intent: 'noBarcode' }
  | { intent: 'chooseGood'; good: string }
  | { intent: 'searchGoods' }
  | { intent: 'searchLetter'; letter: string }
  | { intent: 'clearSearch' }
  | { intent: 'tare' }
  | { intent: 'morePieces' }
  | { intent: 'fewerPieces' }
  | { intent: 'addWeighed' }
  | { intent: 'newCode' }
  | { intent: 'choosePlan'; plan: string }
  | { intent: 'payAtOnce' }
  | { intent: 'payInParts' }
  | { intent: 'agreeHold' }
  | { intent: 'keepHere' }
  | { intent: 'dispute' }
  | { intent: 'notTaken' }
  | { intent: 'wrongNumber' }
  | { intent: 'tickLine'; line: string }
  | { intent: 'requestRefund' }
  | { intent: 'leaveRestricted' }
  | { intent: 'confirmAge' }
  | { intent: 'refuseAge' }
  | { intent: 'chooseTask'; job: Job }
  | { intent: 'chooseOption'; option: string }
  | { intent: 'takeCash' }
  | { intent: 'printReceipt' }
  | { intent: 'noPaper' }
  | { intent: 'printReference' }
  | { intent: 'callStaff' }
  | { intent: 'stillHere' }
  | { intent: 'continue' }
  | { intent: 'finish' }
  | { intent: 'switchLanguage' }
  | { intent: 'toggleLargerText' }
  | { intent: 'toggleHighContrast' };
