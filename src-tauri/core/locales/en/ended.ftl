# Notifications: what has ended while the window was behind another one.

ended-test-sign-in = The test sign-in is done.
ended-test-as-visitor = The test as a visitor is done.
ended-push = The push is done.
ended-undo = The undo is done.
ended-rotation = The new Client Secret is pushed.
ended-list = All sources of the list are checked.
