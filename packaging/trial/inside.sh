#!/bin/sh
# Runs as root inside a bare Debian, with the packages in /packages: installs them as a person would, does what a person
# does first, removes them, and looks for what is left.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*"; exit 1; }
as_person() { runuser -u person -- env HOME=/home/person XDG_RUNTIME_DIR=/run/person "$@"; }

# shellcheck source=/dev/null
say "$(. /etc/os-release && printf '%s' "$PRETTY_NAME")"
# Nothing that is installed here may start a service.
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod +x /usr/sbin/policy-rc.d
apt-get update -qq
useradd --create-home person
mkdir -p /run/person && chown person /run/person && chmod 700 /run/person

say 'The terminal program alone'
before=$(dpkg-query -f '.\n' -W | wc -l)
apt-get install -y -qq --no-install-recommends /packages/sourcerer-cli_*.deb >/tmp/install.log 2>&1 || { cat /tmp/install.log; fail 'apt-get install'; }
after=$(dpkg-query -f '.\n' -W | wc -l)
printf 'packages that apt installed with it: %s\n' "$((after - before - 1))"
as_person sourcerer-cli --version
as_person sourcerer-cli practice --walk >/tmp/walk.log 2>&1 || { tail -20 /tmp/walk.log; fail 'sourcerer-cli practice --walk'; }
grep -v '^ *$' /tmp/walk.log | tail -12

say 'The window, which takes the place of the terminal program'
apt-get install -y -qq --no-install-recommends /packages/sourcerer_*.deb >/tmp/install.log 2>&1 || { cat /tmp/install.log; fail 'apt-get install'; }
dpkg-query -f '${binary:Package} ${Version} ${db:Status-Abbrev}\n' -W 'sourcerer*'
dpkg-query -f '${Depends}\n' -W sourcerer
if ldd /usr/bin/sourcerer | grep 'not found'; then fail 'a library is missing'; fi
sourcerer --version
as_person sourcerer-cli --version
dpkg -L sourcerer | sort >/tmp/files
grep -c . /tmp/files
for completion in /usr/share/bash-completion/completions/sourcerer-cli /usr/share/zsh/vendor-completions/_sourcerer-cli \
  /usr/share/fish/vendor_completions.d/sourcerer-cli.fish; do test -s "$completion" || fail "$completion"; done
gzip -dc /usr/share/man/man1/sourcerer.1.gz | head -1

say 'What the trial needs itself, and the package does not'
apt-get install -y -qq --no-install-recommends xvfb xauth dbus webkit2gtk-driver curl jq desktop-file-utils \
  shared-mime-info gtk-update-icon-cache xdg-utils libglib2.0-bin man-db fonts-dejavu-core >/tmp/install.log 2>&1 \
  || { cat /tmp/install.log; fail 'apt-get install'; }
desktop-file-validate /usr/share/applications/sourcerer.desktop
man -w sourcerer sourcerer-cli sourcerer-cli-push
printf '{}' >/tmp/job.sourcerer
as_person gio info -a standard::content-type /tmp/job.sourcerer | grep 'application/vnd.sourcerer.job+json' \
  || fail 'a job file has no type of its own'
printf '{\n  "sourcerer_report": 2\n}\n' >/tmp/sign-in-with-x-auth.example-2026-12-01.json
as_person gio info -a standard::content-type /tmp/sign-in-with-x-auth.example-2026-12-01.json \
  | grep 'application/vnd.sourcerer.report+json' || fail 'a report has no type of its own'
as_person gio mime application/vnd.sourcerer.report+json | grep 'sourcerer.desktop' || fail 'nothing opens a report'
as_person gio mime application/vnd.sourcerer.job+json | grep 'sourcerer.desktop' || fail 'nothing opens a job file'

say 'The window in practice, on a display without a person'
cat >/tmp/window.sh <<'WINDOW'
#!/bin/sh
set -eu
# Tauri reads the first when it starts. Without it, the web view accepts no automation.
export TAURI_WEBVIEW_AUTOMATION=true NO_AT_BRIDGE=1 GDK_BACKEND=x11
WebKitWebDriver --port=4567 >/tmp/driver.log 2>&1 &
driver=$!
trap 'kill $driver' EXIT
for _ in $(seq 50); do curl -fs http://127.0.0.1:4567/status >/dev/null 2>&1 && break; sleep 0.2; done
session=$(curl -fsS --max-time 60 http://127.0.0.1:4567/session -d '{"capabilities":{"alwaysMatch":{"webkitgtk:browserOptions":{"binary":"/usr/bin/sourcerer","args":["--practice"]}}}}' | jq -r .value.sessionId)
url=http://127.0.0.1:4567/session/$session
script() { curl -fsS --max-time 60 "$url/execute/sync" -d "$(jq -n --arg script "$1" '{script: $script, args: []}')" | jq -r .value; }
for _ in $(seq 100); do
  text=$(script 'return document.body.innerText')
  case $text in *[Pp]ractice*) break ;; esac
  sleep 0.2
done
printf '%s\n' "$text" >/tmp/window.txt
script 'return document.title'
# The picture is taken when the fonts are there, and painted.
for _ in $(seq 100); do
  [ "$(script 'return document.fonts.status')" = loaded ] && break
  sleep 0.2
done
sleep 5
curl -fsS --max-time 60 "$url/screenshot" | jq -r .value | base64 -d >/tmp/window.png
curl -fsS --max-time 60 -X DELETE "$url" >/dev/null
WINDOW
as_person timeout 240 dbus-run-session -- xvfb-run -a -s '-screen 0 1280x1024x24 -nolisten tcp' sh /tmp/window.sh \
  || { cat /tmp/driver.log; fail 'the window'; }
grep -v '^ *$' /tmp/window.txt | head -20
grep -qi practice /tmp/window.txt || fail 'the window shows nothing of practice'

say 'Removed'
apt-get purge -y -qq sourcerer >/tmp/remove.log 2>&1 || { cat /tmp/remove.log; fail 'apt-get purge'; }
left=0
while read -r path; do
  if [ -f "$path" ] || [ -L "$path" ]; then printf 'left: %s\n' "$path"; left=1; fi
done </tmp/files
# Names, and mentions in the caches that other packages keep; not the package tool's own logs and lists.
find / -xdev \( -path /proc -o -path /sys -o -path /packages -o -path /tmp -o -path /home -o -path /var/log -o -path /var/cache/apt \) -prune \
  -o -iname '*sourcerer*' -print >/tmp/left
grep -rl 'sourcerer' /usr/share/applications /usr/share/mime /usr/share/icons /etc /var/lib/dpkg/info /var/lib/dpkg/status >>/tmp/left 2>/dev/null || true
if [ -s /tmp/left ]; then cat /tmp/left; left=1; fi
[ "$left" = 0 ] || fail 'something of the package is left'
printf 'nothing of the package is left. What the person has:\n'
find /home/person -type f ! -name '.bash*' ! -name .profile ! -path '*/mesa_shader_cache*' -printf '%M %s %P\n' | sort -k3 | head -20
say 'ok'
