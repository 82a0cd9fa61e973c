// conduct.cpp: sentences about processes left behind and output in the wrong place.
#include "judge/conduct.hpp"

#include "judge/words.hpp"

namespace lab::judge {
namespace {

// The first line of a text, shortened.
std::string beginning(const std::string& text) {
    constexpr std::size_t most = 40;
    std::string line = text.substr(0, text.find('\n'));
    if (line.size() <= most) return line;
    line.resize(most);
    line += "...";
    return line;
}

}  // namespace

std::optional<Conduct> judge_conduct(const course::Lesson& lesson, const evidence::Evidence& run) {
    if (run.tampered)
        return Conduct{Verdict::forbidden,
                       "The results of this run are not the checker's own: the hand-in wrote into them."};
    const evidence::Ending& ending = run.ending;
    if (!run.ended || ending.kind != evidence::Ending::Kind::exited || ending.number != 0) return std::nullopt;
    if (ending.left_behind > 0) {
        Conduct conduct{Verdict::leak, {}};
        if (ending.left_behind == 1)
            conduct.message = "A process that the hand-in started was";
        else
            conduct.message = grouped(ending.left_behind).append(" processes that the hand-in started were");
        conduct.message +=
            " still running when the program had ended. Whoever starts a process waits for its end; the exercise asks "
            "for threads.";
        return conduct;
    }
    if (!run.shared_names.empty())
        return Conduct{Verdict::leak, "The name " + run.shared_names.front() +
                                          " is left behind in shared memory: it stays on the machine when the program "
                                          "has ended. shm_unlink() removes it."};
    if (!ending.output.empty() && !lesson.allowed.empty())
        return Conduct{Verdict::wrong_output,
                       "The hand-in prints before main() begins, in the constructor of a global object: \"" +
                           beginning(ending.output) + "\". That is no part of the expected output."};
    return std::nullopt;
}

}  // namespace lab::judge
