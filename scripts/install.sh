# Sourced by ./duka and scripts/test.sh.
#
# duka_install ROOT run|all: makes ROOT/node_modules what package-lock.json says, `run` without the tools of
# development, and sets `node` to a Node that runs the sources. Returns 2 after it has said what is wrong.
# Any number of processes may call it at once.

node_wanted=24 # the first Node that runs TypeScript sources unasked

duka_say() { printf 'duka: %s\n' "$*" >&2; }

duka_fail() { # what-zh what-en cure-zh cure-en
  duka_say "$1。处理：$3"
  duka_say "$2. Cure: $4"
  return 2
}

# `npm run` puts node_modules/.bin in front, where a `node` lies that npm is about to replace.
duka_path_outside() {
  old_ifs=$IFS
  IFS=:
  path=
  for dir in $PATH; do
    case $dir in
      "$root/node_modules/.bin") ;;
      *) path=${path:+$path:}$dir ;;
    esac
  done
  IFS=$old_ifs
  printf '%s' "$path"
}

# The machine's Node where it is new enough, by the path of the binary itself: shims answer by directory.
duka_choose_node() {
  node=$(PATH=$outside node -p "parseInt(process.versions.node) >= $node_wanted ? process.execPath : ''" 2>/dev/null)
  [ -x "$node" ] && return
  node=$root/node_modules/node/bin/node
  [ -x "$node" ] && return
  duka_fail \
    "本机没有 Node $node_wanted 以上，而 npm 没有运行 node 包的安装脚本，缺少 $node" \
    "this machine has no Node $node_wanted or newer, and $node is missing because npm did not run the install script of the package node" \
    "在 $root 中运行 npm rebuild node --ignore-scripts=false --foreground-scripts（或安装 Node $node_wanted 以上）" \
    "in $root, run npm rebuild node --ignore-scripts=false --foreground-scripts (or install Node $node_wanted or newer)"
}

duka_checksum() { cksum <"$root/package-lock.json"; }

duka_is_installed() { # kind
  [ -f "$stamp" ] || return 1
  { read -r sum && read -r kind && read -r node; } <"$stamp" || return 1
  [ "$sum" = "$(duka_checksum)" ] && { [ "$kind" = all ] || [ "$kind" = "$1" ]; }
}

# A developer's own `npm install` writes npm's record of node_modules after the lock, and always installs all.
duka_is_installed_by_hand() {
  record=$root/node_modules/.package-lock.json
  [ -f "$record" ] && ! [ "$root/package-lock.json" -nt "$record" ] &&
    { ! [ -f "$stamp" ] || [ "$record" -nt "$stamp" ]; } &&
    [ -d "$root/node_modules/typescript" ]
}

duka_write_stamp() { # kind
  printf '%s\n%s\n%s\n' "$(duka_checksum)" "$1" "$node" >"$stamp.$$" && mv "$stamp.$$" "$stamp"
}

# The lock is a symbolic link to the holder's process id: made in one step, so that it never lacks its holder.
duka_lock() {
  waited=0
  until ln -s "$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock")
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      duka_remove_dead_lock "$holder"
      continue
    fi
    [ "$waited" -eq 0 ] && duka_say "另一个进程正在安装依赖，等待中… / another process is installing the dependencies, waiting…"
    if [ "$waited" -ge "${DUKA_INSTALL_WAIT:-600}" ]; then
      duka_fail "等待 $waited 秒后，$lock 仍被进程 $holder 占用" "$lock is still held by process $holder after $waited s" \
        "若该进程不是在安装 Duka，请删除该文件" "if that process is not installing Duka, delete the file"
      return
    fi
    sleep 1
    waited=$((waited + 1))
  done
}

# Only who makes the guard may remove a dead holder's lock, and only after a second look.
duka_remove_dead_lock() { # holder
  if mkdir "$lock.guard" 2>/dev/null; then
    [ "$(readlink "$lock")" = "$1" ] && rm -f "$lock"
    rmdir "$lock.guard"
  else
    sleep 1
    waited=$((waited + 1))
  fi
}

duka_npm_ci() { # kind
  PATH=$outside command -v npm >/dev/null || {
    duka_fail "找不到 npm" "npm was not found" "安装 Node 20 以上及 npm" "install Node 20 or newer with npm"
    return
  }
  omit=
  [ "$1" = run ] && omit=--omit=dev
  duka_say "首次使用或依赖有更新，正在安装依赖… / first use or changed dependencies: installing them…"
  began=$(date +%s)
  (cd "$root" && PATH=$outside npm ci $omit --no-audit --no-fund --loglevel=error </dev/null >/dev/null)
  status=$?
  if [ "$status" -ne 0 ]; then
    duka_fail "在 $root 中安装依赖失败（npm ci 返回 $status，原因见上）" \
      "installing the dependencies in $root failed (npm ci ended with $status; its reason is above)" \
      "检查网络、代理和磁盘空间后重试；npm config get registry 显示所用的软件源" \
      "check the network, the proxy and free disk space, then run it again; npm config get registry shows where npm looks"
    return
  fi
  took=$(($(date +%s) - began))
  duka_say "依赖已安装，用时 $took 秒 / dependencies installed in $took s"
}

duka_install_locked() { # kind
  if duka_is_installed "$1"; then
    have=$kind
  elif duka_is_installed_by_hand; then
    have=all
  else
    have=$1
    [ -d "$root/node_modules/typescript" ] && have=all # a developer's tree stays one
    duka_npm_ci "$have" || return
    node=
    duka_write_stamp "$have" # without a Node: if npm left that out, curing it must not lead to another npm ci
  fi
  duka_choose_node && duka_write_stamp "$have"
}

duka_install() { # root kind
  root=$1
  stamp=$root/node_modules/.duka-installed
  lock=$root/.duka/installing
  outside=$(duka_path_outside)
  if duka_is_installed "$2" && [ -x "$node" ]; then
    touch "$stamp" 2>/dev/null # newer than the lock again
    return 0
  fi
  mkdir -p "$root/.duka" 2>/dev/null && [ -w "$root/.duka" ] || {
    duka_fail "无法在 $root 中写入" "cannot write in $root" "以有写权限的用户运行一次" "run it once as a user who may write there"
    return
  }
  duka_lock || return
  trap 'rm -f "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  duka_install_locked "$2"
  status=$?
  rm -f "$lock"
  trap - EXIT INT TERM
  return "$status"
}
