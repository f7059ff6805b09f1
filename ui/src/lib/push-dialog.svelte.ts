/** Whether the confirmation dialog of the push page is open. The footer's button and Ctrl+Enter open it. */
export const pushDialog = $state({ open: false });
