// What the terminal sends, as records of org.facepay.kiosk.screen; read by editors and type checkers only.

/**
 * @typedef {{ language: 'ZH' | 'EN', largerText: boolean, highContrast: boolean, shop: string, terminal: string, clock: string, online: boolean }} Display
 * @typedef {{ id: string, picture: string, name: string, note: string, quantity: string, count: number, price: string,
 *   was: string | null, offer: string | null, open: boolean, justScanned: boolean }} Line
 * @typedef {{ items: number, gross: string, total: string, saved: string | null, reductions: { label: string, amount: string }[],
 *   taxes: { rate: string, amount: string }[] }} Totals
 * @typedef {{ kind: string, detail: string }} Notice
 * @typedef {'RECOGNITION' | 'PAYMENT' | 'STORAGE'} FacePurpose
 * @typedef {'STARTING' | 'LOOKING' | 'COME_CLOSER' | 'MOVE_BACK' | 'MOVE_TO_CENTRE' | 'MORE_LIGHT' | 'LESS_LIGHT' | 'LOOK_HERE' | 'HOLD_STILL'
 *   | 'ONE_FACE_ONLY' | 'BLINK' | 'TURN_LEFT' | 'TURN_RIGHT'} Guidance
 * @typedef {'NOT_RECOGNISED' | 'NO_CAMERA' | 'TOO_MANY_TRIES' | 'NO_ACCOUNT' | 'BALANCE_TOO_LOW' | 'ALREADY_MEMBER'} FaceEnd
 * @typedef {{ state: 'NONE' | 'LOOKING' | 'KNOWN', name: string, guidance: Guidance }} MemberTag
 * @typedef {{ type: 'consent', purpose: FacePurpose, version: string, full: boolean, amount: string | null }} Consent
 * @typedef {{ type: 'capture', purpose: FacePurpose, guidance: Guidance, amount: string | null }} Capture
 * @typedef {{ type: 'confirm', name: string, amount: string, saved: string | null,
 *   account: { kind: 'BALANCE' | 'AGREEMENT', before: string | null, after: string | null } }} Confirm
 * @typedef {{ type: 'keypad', kind: 'LAST_FOUR' | 'PHONE', digits: string, length: number, name: string | null, amount: string | null,
 *   wrong: boolean }} Keypad
 * @typedef {{ type: 'faceEnded', purpose: FacePurpose, end: FaceEnd, amount: string | null }} FaceEnded
 * @typedef {{ type: 'memberCard', name: string, joined: boolean, balance: string | null, saved: string | null, face: boolean }} MemberCard
 * @typedef {{ type: 'followCamera', amount: string }} FollowCamera
 * @typedef {{ id: string, picture: string, name: string, price: string, unit: string, byWeight: boolean }} Good
 * @typedef {'WAITING' | 'MOVING' | 'STABLE' | 'TOO_HEAVY' | 'TOO_LIGHT' | 'BELOW_ZERO' | 'NO_SCALE' | 'EXPIRED'} ScaleState
 * @typedef {{ type: 'produce', goods: Good[], query: string, letters: string, searching: boolean, scaleReady: boolean, totals: Totals }} Produce
 * @typedef {{ type: 'weighing', good: Good, state: ScaleState, weight: string | null, tare: string | null, price: string | null,
 *   count: number, canAdd: boolean }} Weighing
 * @typedef {{ size: number, path: string }} Code
 * @typedef {{ type: 'codeClosing', amount: string, seconds: number }} CodeClosing
 * @typedef {{ type: 'payQr', totals: Totals, url: string, wallet: string, seconds: number, expired: boolean, payCode: Code }} PayQr
 * @typedef {{ type: 'followReader', amount: string, step: 'INSERT_OR_TAP' | 'ENTER_PIN' | 'PROCESSING' | 'REMOVE_CARD' }} FollowReader
 * @typedef {{ type: 'instalments', amount: string, plans: { id: string, months: number, each: string, fee: string }[] }} Instalments
 * @typedef {{ type: 'holdExplained', amount: string, kind: 'FROZEN' | 'CREDIT' }} HoldExplained
 * @typedef {{ id: string, picture: string, name: string, quantity: string, price: string, ticked: boolean, locked: string | null }} RefundLine
 * @typedef {{ type: 'refundScan', notice: Notice | null }} RefundScan
 * @typedef {{ type: 'refundLines', lines: RefundLine[], amount: string, canRefund: boolean }} RefundLines
 * @typedef {{ type: 'refundAttendant', amount: string, staffCalled: boolean }} RefundAttendant
 * @typedef {{ type: 'refunding', amount: string, staffCalled: boolean }} Refunding
 * @typedef {{ type: 'refunded', amount: string, when: string, settlement: 'SETTLED' | 'PROCESSING' | 'IN_TROUBLE',
 *   paper: 'NONE' | 'PRINTING' | 'PRINTED' | 'SENT' | 'NOT_PRINTED' }} Refunded
 * @typedef {{ type: string, [field: string]: any }} Screen
 * @typedef {{ type: 'idleWarning' | 'attendantCalled' | 'confirmCancel' | 'confirmWithdraw' | 'bagCheck', [field: string]: any }} Overlay
 * @typedef {{ seq: number, display: Display, screen: Screen, overlay: Overlay | null }} Snapshot
 *
 * What a view gets besides its screen: words, the panel's layout, and how to send an intent.
 * @typedef {{ t: typeof import('./words-zh.js').zh, display: Display, size: string, portrait: boolean, small: boolean, medium: boolean,
 *   large: boolean, zh: boolean, hidden: number, above: boolean, seconds: number, calm: boolean,
 *   send: (intent: string, more?: Record<string, unknown>) => void }} Context
 */
export {};
