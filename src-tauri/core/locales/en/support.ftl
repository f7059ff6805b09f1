# The check of a source that exists: how what was pasted is understood.

support-understood-callback = A callback: the source is “{ $slug }”.
support-understood-login = A login address: the source is “{ $slug }”.
support-understood-admin = A page of the admin interface: the source is “{ $slug }”.
support-understood-api = An address of the API: the source is “{ $slug }”.
