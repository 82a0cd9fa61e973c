// sample_game.hpp: a game about two transfers that may deadlock, played without any program.
#pragma once

#include <string>
#include <vector>

#include "play/game.hpp"

inline const char* const sample_source =
    "#include \"deadlock.hpp\"\n"
    "\n"
    "void transfer(Account& from, Account& to, int amount) {\n"
    "    from.mutex.lock();\n"
    "    to.mutex.lock();\n"
    "    from.withdraw(amount);\n"
    "    to.deposit(amount);\n"
    "    to.mutex.unlock();\n"
    "    from.mutex.unlock();\n"
    "}\n";

inline lab::play::Subject sample_subject() {
    lab::play::Subject subject;
    subject.number = "04";
    subject.title = "04-deadlock";
    subject.hand_in = "exercises/04-deadlock";
    subject.hand_over = "checker replay 04";
    subject.cases = {{"transfers in opposite directions both end", "every", ""}, {"program", "program", ""}};
    subject.failing = {{0, *lab::evidence::schedule_of("s1:1.2")}, {1, *lab::evidence::schedule_of("s1:2.1")}};
    subject.sources = {{"deadlock.cpp", "exercises/04-deadlock/deadlock.cpp", sample_source, true}};
    return subject;
}

// What a schedule leads to: thread 1 locks a, then b, thread 2 locks b, then a; each unlocks both and ends.
inline lab::play::Scene sample_scene(const std::string& schedule) {
    using namespace lab::judge;
    const lab::play::Line line = *lab::evidence::schedule_of(schedule);
    struct Actor {
        int steps = 0;
        std::string first, second;
    };
    Actor actors[] = {{0, "", ""}, {0, "account a", "account b"}, {0, "account b", "account a"}};
    lab::play::Scene scene;
    Moment& moment = scene.moment;
    int number = 0;
    for (const auto& move : line) {
        Actor& actor = actors[move.thread];
        Step step;
        step.index = step.step.emplace(number++);
        step.thread = move.thread;
        step.operation = actor.steps < 2 ? "lock" : "unlock";
        step.object = actor.steps == 0 || actor.steps == 3 ? actor.first : actor.second;
        step.object_kind = "mutex";
        ++actor.steps;
        moment.trace.push_back(step);
    }
    const auto holder_of = [&](const std::string& account) {
        for (int thread : {1, 2}) {
            const Actor& actor = actors[thread];
            if (actor.first == account && actor.steps >= 1 && actor.steps <= 3) return thread;
            if (actor.second == account && actor.steps == 2) return thread;
        }
        return 0;
    };
    bool alive = false;
    for (int thread : {1, 2}) {
        const Actor& actor = actors[thread];
        ThreadNow now{thread, "thread " + std::to_string(thread), "running", {}, "", false};
        now.next.thread = thread;
        now.next.operation = actor.steps < 2 ? "lock" : "unlock";
        now.next.object = actor.steps == 0 || actor.steps == 3 ? actor.first : actor.second;
        now.next.object_kind = "mutex";
        now.next.file = "deadlock.cpp";
        now.next.line = actor.steps < 2 ? 4 + actor.steps : 6 + actor.steps;
        const int holder = actor.steps < 2 ? holder_of(now.next.object) : 0;
        if (actor.steps == 4) {
            now.state = "finished";
            now.next = {};
        } else if (holder != 0) {
            now.state = "blocked";
            now.waits_for = now.next.object;
            now.next.blocks = true;
            now.next.holder = holder;
            alive = true;
        } else {
            moment.choices.push_back({thread, Choice::Kind::step});
            alive = true;
        }
        moment.threads.push_back(std::move(now));
    }
    ThreadNow main{0, "main", alive ? "blocked" : "finished", {}, "thread 1", true};
    main.next.operation = "join";
    main.next.note = "thread 1";
    main.next.blocks = true;
    moment.threads.insert(moment.threads.begin(), main);
    for (const char* account : {"account a", "account b"}) {
        ObjectNow object{account, "mutex", "", "", {}, true};
        if (const int holder = holder_of(account)) object.holders = {holder};
        moment.objects.push_back(object);
    }
    moment.objects.push_back({"balance", "memory", "70", "", {}, true});
    moment.steps = static_cast<int>(line.size());
    if (moment.choices.empty()) {
        CaseResult outcome;
        outcome.kind = "every";
        outcome.verdict = alive ? Verdict::deadlock : Verdict::passed;
        if (alive) {
            outcome.message =
                "Thread 1 waits for `account b`, which thread 2 holds. Thread 2 waits for `account a`, "
                "which thread 1 holds.";
            outcome.cycle = "thread 1 -> account b -> thread 2 -> account a -> thread 1";
        }
        scene.outcome = outcome;
    }
    return scene;
}

inline void serve(lab::play::Game& game) {
    while (game.wants_scene()) game.arrive(sample_scene(game.schedule()));
}

inline lab::play::Game sample_game() {
    lab::play::Game game(sample_subject(), 0);
    serve(game);
    return game;
}
