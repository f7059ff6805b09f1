# The role that a setup needs, as steps for the server’s owner. They are copied as plain text, numbered.

role-step-role = In authentik, open **Directory › Roles**, press **Create** and name the role “{ $name }”.
role-step-rights = Open the role and assign these permissions to it, each for all objects: `{ $rights }`.
role-step-group = Open **Directory › Groups**, press **Create**, name the group “{ $name }” and select the role.
role-step-user = Open **Directory › Users**, open “{ $user }” and add it to the group.
role-step-check = Press **Check the server** in Sourcerer again. The same token works: it has its user’s permissions.
role-step-policies = These permissions let the token create policies. A policy is Python that the server runs, so whoever has the token can do what a superuser can. Delete the token when you no longer need it.
