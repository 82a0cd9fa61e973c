// stage.hpp: gives a game its scenes: runs the program, remembers what it has seen, and looks one key ahead.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "pipeline/playground.hpp"
#include "play/game.hpp"

namespace lab::cli {

class Stage {
public:
    Stage(pipeline::Playground& playground, std::stop_token stop);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    // Until the game wants no more. None: done; else why it cannot go on.
    std::optional<pipeline::Trouble> serve(play::Game& game);

    // While the player looks: gets the scenes to which the next key may lead, in a thread of its own, until serve() is
    // called. A key then costs no process, as a rule.
    void foresee(const play::Game& game);

    // For measurements: until nothing more is foreseen.
    void wait_until_foreseen();

private:
    struct Place {
        std::string case_name, schedule;
        auto operator<=>(const Place&) const = default;
    };

    // What is foreseen at this moment is waited for if it is the wanted place, else given up.
    std::optional<play::Scene> known(const Place& place);
    void remember(const Place& place, play::Scene scene);
    void look_ahead(const std::stop_token& end);

    static constexpr std::size_t most_scenes = 500;
    pipeline::Playground& playground_;  // used by one thread at a time: see `running_`
    std::stop_token stop_;

    std::mutex mutex_;  // of all that follows
    std::condition_variable_any changed_;
    std::map<Place, play::Scene> scenes_;
    std::deque<Place> ahead_;
    std::optional<Place> running_;  // what the other thread gets now
    std::stop_source give_up_;      // of that
    std::jthread thread_;           // last: it ends before the rest
};

}  // namespace lab::cli
