#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
import unittest

from check_coroutines import check_text


def inside(statement):
    return "[[nodiscard]] QCoro::Task<> all()\n{\n    " + statement + "\n}\n"


# The spellings that crash GCC 12.2, and the captures that dangle on every compiler.
CRASHING = {
    "capturing lambda in the statement": "co_await f([s] { use(s); });",
    "called at once": "co_await [s]() -> QCoro::Task<> { co_return; }();",
    "aggregate": "co_await f(Agg{a, b});",
    "designated": "co_await f({.a = x});",
    "empty aggregate": "co_await f(Agg{});",
    "await inside braces": "Agg a{co_await x(), 2};",
    "assigned braces": "a = Agg{co_await x()};",
    "optional from braces": "std::optional<Agg> o = Agg{co_await x()};",
    "push_back of braces": "v.push_back({co_await x()});",
    "co_return of braces": "co_return Agg{.b = co_await x()};",
    "question mark": "T t = c ? co_await a() : b();",
    "condition": "if (co_await f(Agg{a}))\n        return;",
    "below a condition": "if (c)\n        co_await f(Agg{a});",
    "below else": "if (c)\n        g();\n    else\n        co_await f(Agg{a});",
    "below a loop": "for (auto &x : list)\n        co_await f(Agg{x});",
    "in a lambda's body": "auto body = [](int x) -> QCoro::Task<> { co_await f(Agg{x}); };",
    "in a loop's head": "for (auto x : co_await f({1}))\n        g();",
    "loop": "while (auto x = co_await next({1}))\n        use(x);",
    "second of two": "co_await a(); co_await f(Agg{});",
    "after a block": "if (c) {\n        g();\n    }\n    co_await f(Agg{});",
    "over several lines": "co_await f(\n        a,\n        Agg{b});",
    "default capture": "co_await f([=] { use(s); });",
    "this": "co_await f([this] { use(); });",
}

FINE = [
    "co_await f(a, b);",
    "auto work = [s] { use(s); };\n    co_await f(std::move(work));",
    "Agg agg{a, b};\n    co_await f(std::move(agg));",
    "const auto [x, y] = co_await f();",
    "if (auto x = co_await f()) {\n        g({1, 2});\n    }",
    "while (auto x = co_await f()) {\n        v.push_back({x});\n    }",
    "for (auto x : (co_await f()).list) {\n        T t{x};\n    }",
    "for (;;) {\n        co_await f();\n    }",
    "do {\n        co_await f();\n    } while (c ? a : b);",
    "try {\n        co_await f();\n    } catch (const X &x) {\n        g({x});\n    }",
    "co_return Agg{a, b};",
    "switch (x) {\n    case 1:\n        co_await f();\n    }",
    "switch (x) {\n    case 1: {\n        co_await f();\n    }\n    }",
    "g(a[1]);\n    co_await f(a[i]);",
    "auto body = [](int x) -> QCoro::Task<> { co_await f(x); };\n    co_await body(1);",
    "// co_await f(Agg{});\n    co_await f(u\"{?}\"_s);",
    "if (c) {\n        T t{1};\n    } else {\n        co_await f();\n    }",
    "if (c)\n        co_await f();\n    else\n        g({1});",
    "if (g({1}))\n        co_await f();",
    "for (int i : {1, 2})\n        co_await f(i);",
]


class Coroutines(unittest.TestCase):
    def assert_found(self, text, count=1, **options):
        found = check_text(text, **options)
        self.assertEqual(len(found), count, f"{text}\n{found}")

    def test_what_crashes_is_flagged(self):
        for name, statement in CRASHING.items():
            with self.subTest(name):
                self.assertGreaterEqual(len(check_text(inside(statement))), 1)

    def test_what_is_fine_is_not(self):
        for statement in FINE:
            with self.subTest(statement):
                self.assert_found(inside(statement), 0)

    def test_the_line_is_that_of_the_statement(self):
        self.assertEqual(check_text(inside("co_await f(\n        Agg{b});"))[0][0], 3)

    def test_capturing_coroutine_lambdas(self):
        self.assert_found("auto f = [this]() -> QCoro::Task<> { co_return; };\n")
        self.assert_found("auto f = [&](int x) -> QCoro::Task<int> {\n    co_return x;\n};\n")
        self.assert_found("auto f = [](int x) -> QCoro::Task<int> { co_return x; };\n", 0)
        self.assert_found("auto f = [this] { return g(); };\n", 0)
        self.assert_found("// capture: joined before it dies\nauto f = [this]() -> QCoro::Task<> { co_return; };\n", 0)
        outer = "auto f = [a] {\n    auto g = [](int x) -> QCoro::Task<> { co_return; };\n    return g(a);\n};\n"
        self.assert_found(outer, 0)
        self.assert_found("int x = a[i];\n{ co_return; }\n", 0)

    def test_moved_members(self):
        for bad in ["m_name", "(m_name)", "this->m_name", "m_a.b", "d->name", "*it"]:
            with self.subTest(bad):
                self.assert_found(inside(f"co_return {bad};"))
        for good in ["name", "m_name.size()", "QString(m_name)", "m_a + 1", "d->name()", "local.part"]:
            with self.subTest(good):
                self.assert_found(inside(f"co_return {good};"), 0)

    def test_replies(self):
        self.assert_found(inside("co_await reply;"))
        self.assert_found(inside("co_await m_reply.get();"))
        self.assert_found(inside("QNetworkReply *answer = f();\n    co_await answer;"))
        self.assert_found(inside("std::unique_ptr<QNetworkReply, Later> one = f();\n    co_await one.get();"))
        self.assert_found(inside("co_await manager->get(request);"))
        self.assert_found(inside("co_await m_manager.get(request);"))
        self.assert_found(inside("co_await qCoro(reply).waitForFinished();"), 0)
        self.assert_found(inside("co_await m_news;"), 0)

    def test_qcoro_traps_outside_tests(self):
        for text in ["std::unique_ptr<QNetworkReply> one;\n", "int x = QCoro::waitFor(f());\n"]:
            self.assert_found(text)
            self.assert_found(text, 0, is_test=True)

    def test_nodiscard(self):
        self.assert_found("QCoro::Task<> f();\n")
        self.assert_found("class A {\npublic:\n    QCoro::Task<std::vector<int>> f(int x) const;\n};\n")
        self.assert_found("class A {\n    virtual QCoro::Task<> f() = 0;\n};\n")
        self.assert_found("static QCoro::Task<int> f(int x)\n{\n    co_return x;\n}\n")
        self.assert_found("[[nodiscard]] QCoro::Task<> f();\n[[nodiscard]] static Task<int> g() { co_return 1; }\n", 0)
        self.assert_found("QCoro::Task<> A::f()\n{\n    co_return;\n}\n", 0)
        self.assert_found("QCoro::Task<> f()\n{\n    co_return;\n}\n", 0, known={"f"})
        self.assert_found("QCoro::Task<> task = f();\nstd::vector<QCoro::Task<>> tasks(3);\n", 0)
        self.assert_found("auto f = [](QCoro::Task<> task) { return task; };\n", 0)
        self.assert_found("using Work = std::function<QCoro::Task<>(int)>;\n", 0)

    def test_parameters_are_values(self):
        self.assert_found("[[nodiscard]] QCoro::Task<> f(const QString &name);\n")
        self.assert_found("[[nodiscard]] QCoro::Task<> f(int a,\n    std::vector<int> &&b);\n")
        self.assert_found("[[nodiscard]] QCoro::Task<> f(const X &x); // ref: outlives the run\n", 0)
        self.assert_found("[[nodiscard]] QCoro::Task<> f(std::function<void(const X &)> x, Y *y);\n", 0)

    def test_the_stop_token_is_last(self):
        self.assert_found("[[nodiscard]] QCoro::Task<> f(std::stop_token stop, int x);\n")
        self.assert_found("[[nodiscard]] QCoro::Task<> f(int x, std::stop_token stop = {});\n", 0)


if __name__ == "__main__":
    unittest.main()
