// Runs in the page and returns every button in reach: what it sends, and where it stands.
() => {
  const list = document.querySelector('.list')?.getBoundingClientRect();
  const inSight = button => {
    const { left, top, right, bottom } = button.getBoundingClientRect();
    return button.closest('.list')
      ? { left, right, top: Math.max(top, list.top), bottom: Math.min(bottom, list.bottom) }
      : { left, top, right, bottom };
  };
  const boxes = [...document.querySelectorAll('button:not([disabled])')]
    .filter(button => button.checkVisibility() && !button.closest('[inert]'))
    .map(button => ({ button, box: inSight(button) }));
  const said = [],
    { send } = WebSocket.prototype;
  WebSocket.prototype.send = text => said.push(JSON.parse(text));
  const touches = boxes
    .filter(({ box }) => box.bottom > box.top)
    .map(({ button, box }) => {
      said.length = 0;
      button.click();
      const { intent = '', method = '' } = said.find(message => message.intent) ?? {};
      return {
        intent: method ? `${intent} ${method}` : intent,
        left: box.left,
        top: box.top,
        right: box.right,
        bottom: box.bottom,
      };
    });
  WebSocket.prototype.send = send;
  if (list) document.querySelector('.list').scrollTop = 0;
  return touches.filter(touch => touch.intent);
};
