base=${server%/}/api/v3
newline='
'

# shown TEXT…: names and answers of the server may hold what moves a terminal's cursor, or turns text around.
shown() {
    printf '%s' "$*" | jq -Rrs 'gsub("[\\p{Cc}\\p{Cf}\u2028\u2029]"; "\ufffd")'
}

say() {
    shown "$@"
}

fail() {
    shown "$@" >&2
    exit 1
}

# ask METHOD PATH [FIELD]: sends $body, if there is any, with the Client Secret in FIELD. Sets $status and $answer.
ask() {
    reply=$(
        printf '%s' "$body" | jq -rs \
            --arg method "$1" --arg url "$base$2" --arg secret "${3-}" --arg ca "${AUTHENTIK_CA_FILE-}" '
            def line(name): "\(name) = \(tojson)";
            ($url | line("url")),
            ($method | line("request")),
            ("Authorization: Bearer " + env.AUTHENTIK_TOKEN | line("header")),
            ("Accept: application/json" | line("header")),
            (if $ca == "" then empty else $ca | line("cacert") end),
            (.[] | if $secret == "" then . else .[$secret] = env.X_CLIENT_SECRET end
                | (tojson | line("data-binary")),
                  ("Content-Type: application/json" | line("header")))
        ' | curl -q --silent --show-error --globoff --max-time 60 --write-out '\n%{http_code}' --config -
    ) || fail "$says_unreachable" "$server"
    body=
    status=${reply##*"$newline"}
    answer=${reply%"$newline"*}
}

# get PATH: as ask, for what must be there.
get() {
    ask GET "$1"
    [ "$status" = 200 ] || refused "GET $1"
}

refused() {
    fail "$says_refused" "$1: $status" "$answer"
}

# look_for COLLECTION NAME: sets $found to the object so named, empty for none.
look_for() {
    get "$1?page_size=100&name=$(jq -rn --arg name "$2" '$name | @uri')"
    found=$(printf '%s' "$answer" | jq -c --arg name "$2" 'first(.results[] | select(.name == $name)) // empty')
}

# differing OBJECT WANTED all|told: the fields of WANTED that OBJECT hasn't; told: only those that it shows.
differing() {
    jq -cn --argjson now "$1" --argjson wanted "$2" --arg which "$3" '
        def plain: if type == "array" then sort elif . == null then "" else . end;
        $wanted | with_entries(.key as $key | select(
            ($which == "all" or ($now | has($key))) and (.value | plain) != ($now[$key] | plain)))'
}

# put COLLECTION HANDLE WANTED KEEPS [FIELD]: makes or changes $found so that it has WANTED. KEEPS goes with every write,
# and the Client Secret in FIELD. Sets $found to what is there then.
put() {
    name=$(jq -rn --argjson wanted "$3" '$wanted.name')
    if [ -z "$found" ]; then
        body=$(jq -cn --argjson wanted "$3" --argjson keeps "$4" '$wanted + $keeps')
        ask POST "$1" "${5-}"
        [ "$status" = 201 ] || refused "POST $1"
        found=$answer
        say "$says_made" "$name"
    else
        changes=$(differing "$found" "$3" all)
        if [ "$changes" = '{}' ] && [ -z "${5-}" ]; then
            say "$says_already" "$name"
        else
            body=$(jq -cn --argjson changes "$changes" --argjson keeps "$4" '$changes + $keeps')
            at=$1$(printf '%s' "$found" | jq -r ".$2")/
            ask PATCH "$at" "${5-}"
            [ "$status" = 200 ] || refused "PATCH $at"
            say "$says_changed" "$name"
        fi
    fi
    get "$1$(printf '%s' "$found" | jq -r ".$2")/"
    found=$answer
    [ "$(differing "$found" "$3" told)" = '{}' ] || fail "$says_differs" "$name"
}

# key: the key of $found.
key() {
    printf '%s' "$found" | jq -r .pk
}

# begin: sees that all is there that is needed, and which source is.
begin() {
    for tool in curl jq; do
        command -v "$tool" >/dev/null || {
            printf '%s\n' "$says_needs_tools" >&2
            exit 1
        }
    done
    case ${AUTHENTIK_TOKEN-} in
    '' | *[!!-~]*) fail "$says_needs_token" ;;
    esac
    X_CLIENT_SECRET=${X_CLIENT_SECRET-}
    export AUTHENTIK_TOKEN X_CLIENT_SECRET
    body=
    ask GET "/sources/oauth/$slug/"
    case $status in
    200) there=$answer ;;
    404) there= ;;
    *) refused "GET /sources/oauth/$slug/" ;;
    esac
    if [ -z "$there" ]; then
        # Another program in front answers 404 too.
        get '/sources/oauth/?page_size=1'
        [ -n "$X_CLIENT_SECRET" ] || fail "$says_needs_secret"
    elif [ "$(printf '%s' "$there" | jq -r .provider_type)" != "$kind" ]; then
        fail "$says_other_kind" "$slug"
    fi
    mappings=$(jq -cn --argjson there "${there:-null}" '$there.user_property_mappings // []')
}

# flow SLUG: sets $pk to its key. A flow that isn't there ends it all.
flow() {
    ask GET "/flows/instances/$(jq -rn --arg slug "$1" '$slug | @uri')/"
    [ "$status" != 404 ] || fail "$says_missing" "$1"
    [ "$status" = 200 ] || refused "GET /flows/instances/$1/"
    pk=$(printf '%s' "$answer" | jq -r .pk)
}

# mapping NAME EXPRESSION: makes or changes a property mapping, and binds it.
mapping() {
    look_for /propertymappings/source/oauth/ "$1"
    wanted=$(jq -cn --arg name "$1" --arg expression "$2" '{name: $name, expression: $expression}')
    put /propertymappings/source/oauth/ pk "$wanted" '{}'
    bind "$(key)"
}

# bind KEY: the source is to have this property mapping, beside those that it has.
bind() {
    mappings=$(jq -cn --argjson mappings "$mappings" --arg key "$1" '$mappings - [$key] + [$key]')
}

# unbind NAME: the source is to have this property mapping no longer. The mapping itself stays.
unbind() {
    [ -n "$there" ] || return 0
    look_for /propertymappings/source/oauth/ "$1"
    [ -n "$found" ] || return 0
    mappings=$(jq -cn --argjson mappings "$mappings" --arg key "$(key)" '$mappings - [$key]')
}

# client_secret NAME: gives the Client Secret to the Secret that the source refers to, or makes one of this name for it.
# Sets $secret_ref to its key.
client_secret() {
    secret_ref=$(jq -rn --argjson there "${there:-null}" '$there.consumer_secret_ref // ""')
    # Without one, the source keeps what it has; a new source has one, as `begin` has seen to.
    [ -n "$X_CLIENT_SECRET" ] || return 0
    if [ -n "$secret_ref" ]; then
        get "/crypto/secrets/$secret_ref/"
        found=$answer
        wanted=$(printf '%s' "$found" | jq -c '{name}')
    else
        look_for /crypto/secrets/ "$1"
        wanted=$(jq -cn --arg name "$1" '{name: $name, type: "text"}')
    fi
    put /crypto/secrets/ pk "$wanted" '{}' value
    secret_ref=$(key)
}

# oauth_source FIELDS: makes or changes the source. Sets $uuid to its key.
oauth_source() {
    secret_ref=${secret_ref-}
    wanted=$(jq -cn --argjson fields "$1" --argjson mappings "$mappings" --arg ref "$secret_ref" \
        --arg authentication "$authentication" --argjson enrolment "$enrolment" '
        $fields + {authentication_flow: $authentication, enrollment_flow: $enrolment, user_property_mappings: $mappings}
            + if $ref == "" then {} else {consumer_secret_ref: $ref} end')
    keeps=$(jq -cn --arg slug "$slug" --arg kind "$kind" '{slug: $slug, provider_type: $kind}')
    found=$there
    field=${X_CLIENT_SECRET:+consumer_secret}
    [ -z "$secret_ref" ] || field=
    put /sources/oauth/ slug "$wanted" "$keeps" "$field"
    uuid=$(key)
}

# source_stage FIELDS FLOW ORDER: makes or changes a Source stage, and puts it into the flow unless it is there.
source_stage() {
    flow "$2"
    target=$pk
    look_for /stages/source/ "$(jq -rn --argjson fields "$1" '$fields.name')"
    wanted=$(jq -cn --argjson fields "$1" --arg source "$uuid" '$fields + {source: $source}')
    put /stages/source/ pk "$wanted" '{}'
    stage=$(key)
    get "/flows/bindings/?page_size=1000&target=$target"
    bound=$(printf '%s' "$answer" | jq --arg stage "$stage" '[.results[] | select(.stage == $stage)] | length')
    if [ "$bound" = 0 ]; then
        body=$(jq -cn --arg target "$target" --arg stage "$stage" --argjson order "$3" \
            '{target: $target, stage: $stage, order: $order}')
        ask POST /flows/bindings/
        [ "$status" = 201 ] || refused 'POST /flows/bindings/'
    fi
}

# show_on STAGE: puts the source on a login page, beside all that is there.
show_on() {
    look_for /stages/identification/ "$1"
    [ -n "$found" ] || fail "$says_missing" "$1"
    at=/stages/identification/$(key)/
    before=$(printf '%s' "$found" | jq -c .sources)
    if printf '%s' "$before" | jq -e --arg uuid "$uuid" 'any(.[]; . == $uuid)' >/dev/null; then
        say "$says_already" "$1"
        return
    fi
    body=$(jq -cn --argjson before "$before" --arg uuid "$uuid" '{sources: ($before + [$uuid])}')
    ask PATCH "$at"
    [ "$status" = 200 ] || refused "PATCH $at"
    get "$at"
    lost=$(printf '%s' "$answer" | jq -c --argjson before "$before" --arg uuid "$uuid" \
        '($before + [$uuid]) - .sources')
    [ "$lost" = '[]' ] || fail "$says_lost" "$lost"
    say "$says_shown" "$1"
}
