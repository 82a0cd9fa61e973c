// game.hpp: the state of a game in which the player is the scheduler. Pure: it asks for positions and is given them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "evidence/schedule.hpp"
#include "judge/moment.hpp"
#include "judge/result.hpp"
#include "play/action.hpp"
#include "report/source.hpp"

namespace lab::play {

// An interleaving as the moves of the game.
using Line = evidence::Schedule;

// An interleaving that is known to fail.
struct Failing {
    std::size_t case_index = 0;
    Line line;
    judge::Verdict verdict = judge::Verdict::inconclusive;
};

struct Subject {
    std::string number;   // "04"
    std::string title;    // "04-deadlock"
    std::string hand_in;  // as the student calls it
    struct Case {
        std::string name;
        std::string kind;          // "every", "some", "program"
        std::string visible = {};  // memory over which threads race: its accesses are moves; see visible_memory()
        std::string option = {};   // that tells it apart, behind `hand_over`: " --case 'NAME'"
    };
    std::vector<Case> cases;
    std::vector<Failing> failing;  // those that exploration found, in the order of the cases
    std::vector<report::Source> sources;
    std::string hand_over;    // what is typed before a schedule: "checker replay 04"
    bool break_task = false;  // it is a wrong fix, to be defeated
};

// What a schedule of the case leads to.
struct Scene {
    judge::Moment moment;
    std::optional<judge::CaseResult> outcome;  // it is over
};

class Game {
public:
    // Begins with the case; with a line, where that ends.
    Game(Subject subject, std::size_t case_index, Line line = {});

    // The position that the game stands at, and whether its scene has not been given yet.
    const std::string& case_name() const { return subject_.cases[case_].name; }
    std::string schedule() const { return evidence::text_of(line_, at_, subject_.cases[case_].visible); }
    bool wants_scene() const { return !scene_; }
    void arrive(Scene scene);

    // Takes back the move that brought it here, since there is no scene; `why` is shown. False: it was the beginning.
    bool retreat(std::string why);

    // Ignored while a scene is wanted.
    void act(const Action& action);
    bool has_ended() const { return ended_; }

    const Subject& subject() const { return subject_; }
    std::size_t case_index() const { return case_; }
    const Scene& scene() const { return *scene_; }  // only if none is wanted
    std::size_t steps() const { return at_; }
    std::size_t changes() const { return evidence::changes_of_thread(line_, at_); }
    std::size_t line_length() const { return line_.size(); }
    bool played_by_hand() const { return !shown_; }  // the line is not one that was shown to the player
    const std::string& notice() const { return notice_; }
    bool help_is_open() const { return help_; }
    // The number of a thread that is being typed, a digit a key; none: no number is expected.
    const std::optional<std::string>& typed() const { return typed_; }
    std::optional<int> latest_thread() const;  // who took the latest step; none: it is the beginning
    // How the interleaving ended, in the words of a player: for "some" cases one interleaving proves nothing.
    bool failed() const;
    // The failing interleaving with the fewest changes of thread, then steps, that is known of this case.
    const Failing* shortest() const;
    const judge::Choice* choice_of(int thread) const;
    // The schedules of this case to which the next key may lead, the likely ones first. Only if no scene is wanted.
    std::vector<std::string> one_key_away() const;
    // The command that takes this schedule.
    std::string hand_over() const;

private:
    void go_to(std::size_t place);
    void step(int thread);
    bool type(const Action& action);
    std::string who_can_go_on() const;
    void read_older();
    void jump(std::optional<int> number);
    void show_failing(int direction);
    void change_case(std::optional<int> number);

    Subject subject_;
    std::size_t case_ = 0;
    Line line_;
    std::size_t at_ = 0;       // moves of the line that were made
    bool shown_ = false;       // the line comes from the checker
    bool forcing_ = false;     // goes on while there is no choice
    std::size_t failing_ = 0;  // of subject_.failing, the one shown last, counted from 1; 0: none
    std::optional<Scene> scene_;
    std::string notice_;
    std::optional<std::string> typed_;
    bool help_ = false;
    bool ended_ = false;
};

}  // namespace lab::play
