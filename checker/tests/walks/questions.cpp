// questions.cpp: `checker predict` and `checker break` as a student answers them.
#include <doctest/doctest.h>

#include "walks/walk.hpp"

using namespace lab::tests;

TEST_CASE("walk: a prediction, after two slips") {
    for (const Size& size : both_sizes) {
        Walk walk("predict", size);
        const std::string question = "Which of these can happen? (letters, for example A,C; none)";
        walk.type("checker predict 1", question, {"yes", "", "A,C"});
        walk.type("checker predict 1", question, {"b c"});
        walk.type("checker predict 2");
    }
}

TEST_CASE("walk: a wrong fix is defeated at the second attempt") {
    for (const Size& size : both_sizes) {
        Walk walk("break", size);
        walk.type("checker break 1");
        walk.type("checker break 1 s1:1");
        walk.type("checker break 1 s1:1*4.2*4");
        walk.type("checker break 1 s1:2*2.1*4.2*2");
        walk.type("checker break 1 s1:7");
        walk.type("checker break 2");
    }
}
