// orphans.hpp: finds and ends the processes that a child started and left behind.
//
// The checker is the subreaper of all that it starts: a process whose parent has gone becomes the checker's own child,
// even after setsid and a double fork. Runs are told apart by a mark in the environment that each child inherits.
#pragma once

#include <sys/types.h>

#include <mutex>
#include <string>

namespace lab::run {

// Registers a run for its lifetime. The constructor holds the launch lock until launched() or destruction, so that no
// other thread's sweep meets a process that is started but not yet registered.
class Lineage {
public:
    Lineage();
    ~Lineage();
    Lineage(const Lineage&) = delete;
    Lineage& operator=(const Lineage&) = delete;

    // "NAME=value", of constant length, to be put into the child's environment.
    const std::string& mark() const { return mark_; }

    // The child runs as `root` (or, with 0, could not be started).
    void launched(pid_t root);

    // The child has been waited for.
    void reaped();

    // Kills every process that descends from the child and waits for those that are ours to wait for. While the child
    // runs call it with `with_root`, so that the child is killed too (but not waited for); without, once it has ended.
    // Returns how many were found alive, the child not counted.
    int kill_descendants(bool with_root);

private:
    std::string mark_;
    pid_t root_ = 0;
    std::unique_lock<std::mutex> launching_;
};

}  // namespace lab::run
