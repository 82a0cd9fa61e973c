// checkpoint_tree.hpp: what executions have in common at their beginning, made once.
//
// Up to the first choice all executions of a case are the same; up to the next one, all that choose alike there. At
// choices that are often come to the execution is kept, and later ones begin there instead of running the same moves
// again. That is done only where it is the same as to begin anew: where the program can act on nothing but memory, and
// its libraries keep nothing of what came before.
#pragma once

#include "memory/library_data.hpp"
#include "model/checkpoint.hpp"
#include "strategy/strategy.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace interleave {

class CheckpointTree {
public:
    enum class Plan : std::uint8_t {
        begin_anew,
        look,      // the same, and stop at choices: checkpoints are compared with what they were made of
        continue_  // begin at a checkpoint
    };
    // For the next execution of the body, by a strategy with a generator.
    Plan plan(void (*body)(void*), void* argument, std::uint64_t checkpoint_after);
    // Continues at the last checkpoint on the way that the generator chooses, past the choices before it.
    void put_back(Execution& into, Random& random);
    // Before the hand-in runs: whether the execution is to stop at the next choice.
    bool stops_at_next_choice();
    // It has. Keeps the moment, or compares it.
    void reached(const Execution& now, const Random& random);
    // Executions are different from now on: more is known of the program.
    void forget();
    // The marks of the checkpoints' tags; 0: there are none.
    std::uint32_t tag_generation() const { return nodes_.empty() ? 0 : checkpoints_.front()->tag_generation(); }

private:
    // A choice with a checkpoint. Its branches are `links_` from `first` on, one for each number that the generator may
    // draw there; none: it is a choice of another kind.
    struct Node {
        std::uint16_t first = 0, branches = 0;
    };
    // The node that the branch leads to; 0: there is none, for nothing leads to the first choice.
    using Link = std::uint16_t;

    void compare(const Checkpoint& checkpoint, const Node& node, const Execution& now, Random random);
    void find_libraries();

    void (*body_)(void*) = nullptr;
    void* argument_ = nullptr;
    bool given_up_ = false;
    std::uint64_t often_ = 0;  // Limits::checkpoint_after
    std::uint64_t calm_ = 0;   // executions since forget()
    std::size_t size_ = 0;     // of all checkpoints
    // Small and close together: the way to the last checkpoint is gone in each execution.
    std::vector<Node> nodes_;
    std::vector<Link> links_;
    std::vector<std::uint64_t> taken_;                      // times that such a branch was taken while it led nowhere
    std::vector<std::unique_ptr<Checkpoint>> checkpoints_;  // of the nodes
    // The branch to the choice at which the execution stops next; before the first choice there is none.
    enum class Stop : std::uint8_t { nowhere, at_first_choice, behind_branch } stop_ = Stop::nowhere;
    std::size_t stop_branch_ = 0;
    LibraryData libraries_;
};

}  // namespace interleave
