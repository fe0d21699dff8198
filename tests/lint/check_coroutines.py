#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The rules of coroutines that GCC 12 and QCoro 0.8 force on us; CONTRIBUTING.md says them in words.

A statement that awaits holds names and calls only, since GCC 12 destroys temporaries twice there.
`co_return m_name` moves out of the member; `co_await reply` goes on inside the reply's own signal.
This reads text, not C++: what it knows is how this project writes. A line that has a reason to be an
exception says it: `// ref: reason` for a parameter, `// capture: reason` for a lambda that outlives
its coroutine.
"""
import re
import sys

from source import CPP, blank, line_of, matching, report, root_of_repository, sources

TASK = re.compile(r"(?<![\w:])(?:QCoro::)?Task<")
CONTROL = re.compile(r"\s*(?:else\s+)?(?:if|while|for|switch)\b")
BODY_OPENS = re.compile(r"(?:\)|\belse|\btry|\bdo|\bconst|\bnoexcept|\bmutable|\boverride|[;{}:])\s*$")
TRAILING_TYPE = re.compile(r"->\s*[\w:<>,\s*&]+$")
LAMBDA = re.compile(r"(?<![\w\])\[])\s*\[(?!\[)(?P<captures>[^\[\]]*)\]\s*(?=[({<m-])")
MOVED_MEMBER = re.compile(r"\bco_return\s+\(?\s*(?:\*\s*\w+|(?:this->)?m_\w+(?:(?:\.|->)\w+)*|\w+(?:->\w+)+)\s*\)?\s*;")
BARE_REPLY = re.compile(r"\bco_await\s+(?:\w+(?:\.|->))*(?P<name>\w+)\s*(?:\.get\(\)\s*)?[;)]")
REPLY_NAMES = re.compile(r"\bQNetworkReply\s*\*\s*(?:const\s+)?(\w+)|<QNetworkReply[^;{}()]*>\s+(\w+)")
BARE_GET = re.compile(r"\bco_await\s+\w*[mM]anager\w*\s*(?:\.|->)\s*(?:get|head|post|put|sendCustomRequest)\s*\(")


# --- the statement around an await ---------------------------------------------------------------

def opens_a_body(text, position):
    """Whether the brace at `position` begins a block or a body, not a list of values."""
    before = text[max(0, position - 300) : position].rstrip()
    return bool(not before or BODY_OPENS.search(before) or TRAILING_TYPE.search(before))


def start_of_statement(text, position):
    depth = 0
    for at in range(position - 1, -1, -1):
        char = text[at]
        if char in ")]":
            depth += 1
        elif char in "([":
            depth -= 1
        elif char == "}":
            if depth <= 0 and not re.match(r"\s*[,.;)(\]]", text[at + 1 :]):
                return at + 1
            depth += 1
        elif char == "{":
            if depth <= 0 and opens_a_body(text, at):
                return at + 1
            depth -= 1
        elif char == ";" and depth <= 0:
            return at + 1
    return 0


def end_of_statement(text, position):
    at = position
    while at < len(text):
        if text[at] in "({[":
            at = matching(text, at)
        elif text[at] in ";}":
            return at
        at += 1
    return len(text)


def statement_around(text, position):
    """(start, end). An await in a condition ends with it; one that depends on a condition begins after it."""
    start = start_of_statement(text, position)
    while control := CONTROL.match(text, start):
        closing = matching(text, text.find("(", control.end()))
        if position <= closing:
            return start, closing + 1
        start = closing + 1
    return start, end_of_statement(text, position)


def statements_that_await(text):
    seen = set()
    for match in re.finditer(r"\bco_await\b", text):
        if text[: match.start()].endswith("operator "):
            continue
        start, end = statement_around(text, match.start())
        if start not in seen:
            seen.add(start)
            yield start, text[start:end]


def check_statements(text):
    for start, statement in statements_that_await(text):
        position = start + len(statement) - len(statement.lstrip())
        if any(match["captures"].strip() for match in LAMBDA.finditer(statement)):
            yield position, "a statement that awaits holds a capture: name the lambda on a line of its own"
        elif "{" in statement:
            yield position, "a statement that awaits holds braces: name the value on a line of its own"
        if "?" in statement:
            yield position, "a statement that awaits holds a question mark: write if and else"


# --- lambdas that are coroutines -----------------------------------------------------------------

def body_of_lambda(text, end_of_captures):
    """(start, end) of the body, or None where this was no lambda."""
    at = end_of_captures
    while at < len(text) and text[at] not in ";{}":
        at = matching(text, at) + 1 if text[at] == "(" else at + 1
    return (at, matching(text, at)) if at < len(text) and text[at] == "{" else None


def without_inner_lambdas(body):
    for match in reversed(list(LAMBDA.finditer(body))):
        inner = body_of_lambda(body, match.end())
        if inner:
            body = body[: match.start()] + " " * (inner[1] - match.start()) + body[inner[1] :]
    return body


def check_lambdas(text):
    for match in LAMBDA.finditer(text):
        inner = body_of_lambda(text, match.end())
        if not inner or not match["captures"].strip():
            continue
        body = without_inner_lambdas(text[inner[0] + 1 : inner[1]])
        if re.search(r"\bco_(await|return|yield)\b", body):
            yield match.end(), "a coroutine lambda captures: pass arguments by value, or say // capture: reason"


# --- declarations --------------------------------------------------------------------------------

def end_of_type(text, position):
    """After the closing bracket of the template arguments that open at `position`."""
    depth = 0
    for at in range(position, len(text)):
        depth += {"<": 1, ">": -1}.get(text[at], 0)
        if depth == 0:
            return at + 1
    return len(text)


def declared_coroutines(text):
    """(start of the declaration, position of the name, name, parameters) of functions that give a Task."""
    for match in TASK.finditer(text):
        after = end_of_type(text, match.end() - 1)
        name = re.match(r"\s+((?:\w+::)*(?:\w+|operator\s*\S+?))\s*\(", text[after:])
        if not name:
            continue
        opening = after + name.end() - 1
        closing = matching(text, opening)
        if not re.match(r"\s*(?:const|noexcept|override|final|=|[;{&:]|requires|$)", text[closing + 1 :]):
            continue
        start = max(text.rfind(char, 0, match.start()) for char in ";{}") + 1
        before = re.sub(r"\b(?:public|private|protected|Q_SLOTS|Q_SIGNALS)\b[\s\w]*:(?!:)", "", text[start : match.start()])
        if re.search(r"[=(,]\s*$|\breturn\b|\busing\b", before):
            continue
        yield before, after + name.start(1), name.group(1), text[opening + 1 : closing]


def parameters_of(text):
    """Split at the commas outside every bracket; what stands inside <> and () is taken out."""
    depth, current, found = 0, "", []
    for char in text:
        if char in "<({[":
            depth += 1
        elif char in ">)}]":
            depth -= 1
        elif char == "," and depth == 0:
            found.append(current)
            current = ""
        elif depth == 0:
            current += char
    return [one.strip() for one in found + [current] if one.strip()]


def check_declarations(text, original, known):
    for before, position, name, parameters in declared_coroutines(text):
        is_first = "::" not in name and name not in known
        if not is_first:
            continue
        known = known | {name}
        if "[[nodiscard]]" not in before:
            yield position, f"{name} gives a task and is not [[nodiscard]]"
        split = parameters_of(parameters)
        lines = original[position : position + len(name) + len(parameters) + 200].split(")")[0]
        excused = "// ref:" in original[position : original.find("\n", position + len(lines))]
        if not excused and any("&" in one for one in split):
            yield position, f"{name} takes a reference: a coroutine takes values, or says // ref: reason"
        if any("stop_token" in one for one in split[:-1]):
            yield position, f"{name}: std::stop_token is the last parameter"


# --- the traps of QCoro 0.8 ----------------------------------------------------------------------

def check_traps(text, is_test):
    for match in MOVED_MEMBER.finditer(text):
        yield match.start(), "co_return of what is no local moves out of it: copy it into a local first"
    replies = {name for pair in REPLY_NAMES.findall(text) for name in pair if name}
    for match in BARE_REPLY.finditer(text):
        if match["name"] in replies or "reply" in match["name"].lower():
            yield match.start(), "awaiting a reply goes on inside its signal: co_await an event that finished() sets"
    for match in BARE_GET.finditer(text):
        yield match.start(), "awaiting a reply goes on inside its signal: co_await an event that finished() sets"
    if is_test:
        return
    for match in re.finditer(r"\bunique_ptr<QNetworkReply>", text):
        yield match.start(), "a reply dies by deleteLater: give the pointer its deleter"
    for match in re.finditer(r"\bQCoro::waitFor\s*\(", text):
        yield match.start(), "QCoro::waitFor hangs on a throw and nests loops: async::run, and only in main and tests"


def check_text(text, known=frozenset(), is_test=False):
    """(line, message) of each finding. `known` are coroutines that a header declared already."""
    bare = blank(text)
    findings = list(check_statements(bare)) + list(check_traps(bare, is_test))
    findings += list(check_declarations(bare, text, set(known)))
    lines = text.split("\n")
    for position, message in check_lambdas(bare):
        around = lines[max(0, line_of(bare, position) - 2) : line_of(bare, position)]
        if not any("// capture:" in line for line in around):
            findings.append((position, message))
    return sorted((line_of(bare, position), message) for position, message in findings)


def coroutines_of_header(path):
    header = path.with_suffix(".h")
    if path.suffix != ".cpp" or not header.exists():
        return set()
    return {name for _, _, name, _ in declared_coroutines(blank(header.read_text()))}


def check(root):
    findings = []
    for path in sources(root, ["src", "ui", "tests"], CPP):
        relative = path.relative_to(root)
        found = check_text(path.read_text(), coroutines_of_header(path), relative.parts[0] == "tests")
        findings += [f"{relative}:{line}: {message}" for line, message in found]
    return findings


if __name__ == "__main__":
    sys.exit(report(check(root_of_repository())))
