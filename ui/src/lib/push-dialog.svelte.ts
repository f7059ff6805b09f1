/** Whether the push page asks. Opened by the bar's button and by Ctrl+Enter, through the page's own act. */
export const pushDialog = $state({ open: false });
