// terminal_view.cpp: tests of the tests' own terminal: control sequences, and a program in a pseudo-terminal.
#include <doctest/doctest.h>
#include <signal.h>

#include "pseudo_terminal/pseudo_terminal.hpp"

using namespace lab::tests;

namespace {

std::string shown(const std::string& bytes, std::size_t columns = 10, std::size_t rows = 4) {
    TerminalView view(columns, rows);
    view.feed(bytes);
    CHECK(view.unknown() == 0);
    return view.text();
}

}  // namespace

TEST_CASE("text wraps behind the last column, and not before it must") {
    CHECK(shown("ab\r\ncd") == "ab\ncd\n");
    CHECK(shown("0123456789\r\nx") == "0123456789\nx\n");
    CHECK(shown("0123456789x") == "0123456789\nx\n");
    CHECK(shown("a\tb\bc") == "a       c\n");
}

TEST_CASE("what scrolls out is kept") {
    TerminalView view(10, 2);
    view.feed("a\r\nb\r\nc");
    CHECK(view.text() == "b\nc\n");
    CHECK(view.history() == "a\nb\nc\n");
    CHECK_FALSE(view.was_cleared());
    view.feed("\x1b[H\x1b[2J");
    CHECK(view.text() == "\n");
    CHECK(view.was_cleared());
}

TEST_CASE("the cursor moves, and lines are changed in place") {
    CHECK(shown("abc\r\x1b[Kx") == "x\n");
    CHECK(shown("\x1b[2;3Hz\x1b[Ay\x1b[1Gx") == "x  y\n  z\n");
    CHECK(shown("abcdef\x1b[3G\x1b[2P") == "abef\n");
    CHECK(shown("abcdef\x1b[3G\x1b[2@") == "ab  cdef\n");
    CHECK(shown("abcdef\x1b[3G\x1b[2X") == "ab  ef\n");
    CHECK(shown("a\x1b[3b") == "aaaa\n");
    CHECK(shown("a\r\nb\r\nc\x1b[2;1H\x1b[L") == "a\n\nb\nc\n");
    CHECK(shown("a\r\nb\r\nc\x1b[2;1H\x1b[M") == "a\nc\n");
    CHECK(shown("a\r\nb\r\nc\x1b[2;3r\x1b[3;1H\nd\x1b[r") == "a\nc\nd\n");
    CHECK(shown("\x1b[1;31mred\x1b[0m\x1b]0;title\x07!") == "red!\n");
}

TEST_CASE("wide characters, lines by the second character set, and the second screen") {
    CHECK(shown("é世x") == "é世x\n");
    CHECK(shown("\x1b(0lqk\x1b(B") == "┌─┐\n");
    TerminalView view(10, 2);
    view.feed("here\x1b[?1049h\x1b[Hthere");
    CHECK(view.text() == "there\n");
    CHECK(view.alternate());
    view.feed("\x1b[?1049l");
    CHECK(view.text() == "here\n");
    CHECK(view.was_alternate());
}

TEST_CASE("a program in a pseudo-terminal: size, keys, mode, end") {
    PseudoTerminal terminal(
        {.argv = {"/bin/sh", "-c", "stty size; read line; echo \"got $line\"; exit 3"}, .columns = 40, .rows = 10});
    CHECK(terminal.wait_for("10 40\n"));
    CHECK_FALSE(terminal.is_raw());
    terminal.type("keys\r");
    CHECK(terminal.wait_for("got keys"));
    CHECK(terminal.wait_for_end() == 3);
    CHECK(terminal.view().text() == "10 40\nkeys\ngot keys\n");
}

TEST_CASE("a program in a pseudo-terminal is stopped and ended by signals") {
    PseudoTerminal terminal({.argv = {"/bin/sh", "-c", "echo ready; kill -STOP $$; exec cat"}});
    CHECK(terminal.wait_for_stop());
    CHECK(terminal.wait_for("ready"));
    terminal.send(SIGCONT);
    terminal.type("on\r");
    CHECK(terminal.wait_for("on\non\n"));  // echoed, and then by cat
    terminal.type("\x03");
    CHECK(terminal.wait_for_end() == -SIGINT);
}
