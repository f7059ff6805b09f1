# What is said about the settings by the core.

settings-proxy-not-one = Enter the proxy’s address as `http://proxy.company:3128`. Until then the system’s proxy is used.
settings-proxy-password = Sourcerer doesn’t store a proxy’s username or password. Select **System**, and set them in `HTTPS_PROXY`.
