// catalogue.cpp: titles and hints, each once.
#include "diagnose/catalogue.hpp"

#include <algorithm>
#include <cassert>

namespace lab::diagnose {

const std::vector<Mistake>& catalogue() {
    static const std::vector<Mistake> mistakes = {
        // Locks and what they protect.
        {"no-lock", "No lock at all", "01-race-condition",
         "Put one mutex beside the data, and hold it around every access, by every thread; for a single number an "
         "atomic will do. If one access must come after the other, let its thread wait for it, too."},
        {"local-mutex", "A mutex of one's own", "02-lock",
         "The mutex must live as long as the data and be the same for all threads: make it a member beside the data, "
         "or "
         "a variable outside of the function."},
        {"lock-per-thread", "One lock per thread", "02-lock",
         "A lock belongs to the data, not to the thread: one for the datum, taken by everybody."},
        {"two-locks", "Different locks for one datum", "02-lock",
         "Decide which lock belongs to the datum, and hold that one wherever it is touched."},
        {"guard-dies-at-once", "The guard is gone before the work begins", "02-lock",
         "Give the guard a name: a temporary is destroyed at the end of its own line, and unlocks there."},
        {"write-only-locked", "Locked only around the write", "01-race-condition",
         "What is written depends on what was read: hold the lock from before the read until after the write."},
        {"reader-unlocked", "The reader does not lock", "02-lock",
         "Reading needs the lock as much as writing does: take it in the reader too."},
        {"writer-unlocked", "A change outside of the lock", "02-lock",
         "The lock helps only if everybody takes it: move the change behind the line that locks."},
        {"tested-before-lock", "Looked at before the lock", "02-lock",
         "Lock first, then look: what was seen without the lock may be false, and is a data race."},
        {"test-then-act", "Test and act apart", "02-lock",
         "Test and act must be one critical section (or one atomic operation), so that nobody can come in between."},
        {"stale-write-back", "Written back what is no longer true", "01-race-condition",
         "Read, compute and write under one lock that is not let go in between."},
        {"top-and-pop-apart", "Looked at and taken out apart", "06-priority-queue",
         "Copy the element and remove it in one critical section."},
        {"split-critical-section", "One thing in two critical sections", "02-lock",
         "What must look like one step to others must be one critical section: take the lock once, around all of it."},
        {"atomic-in-two-steps", "Two atomic steps are not one", "01-race-condition",
         "Use one atomic operation that reads and writes: ++, fetch_add, or a compare-exchange loop."},
        {"cas-not-retried", "A failed exchange is forgotten", "01-race-condition",
         "compare_exchange fails when somebody else was faster: look at its result, and try again with the new value."},
        {"aba", "The same value, but not the same state", "01-race-condition",
         "Equal values do not mean that nothing has changed in between: count the changes beside the value, or use a "
         "lock."},
        {"skipped-when-busy", "The work is dropped when the lock is taken", "02-lock",
         "A try that fails means \"later\", not \"never\": wait for your turn, or try again until it succeeds."},
        {"volatile-as-sync", "volatile is no synchronisation", "01-race-condition",
         "volatile speaks to the compiler, not to other threads: use std::atomic, a lock, or a semaphore."},
        {"flag-as-sync", "A plain flag as a signal", "01-race-condition",
         "A flag that one thread sets and another waits for must be atomic; better, block on a condition variable or a "
         "semaphore."},
        {"relaxed-publish", "Published with a relaxed atomic", "01-race-condition",
         "Store with memory_order_release and load with memory_order_acquire (or leave the order out): relaxed "
         "operations "
         "order nothing around them."},
        {"store-buffering", "Set one thing, looked at another too early", "01-race-condition",
         "Use memory_order_seq_cst, which is what you get when you leave the order out, for the store and for the "
         "load: "
         "release and acquire do not keep a store before a later load of something else."},
        {"sleep-as-sync", "Sleeping in place of synchronising", "00-threads",
         "However long a thread sleeps, nothing is ordered by it: wait for the event itself, with a join, a semaphore "
         "or a "
         "condition variable."},
        // Beginnings and ends of threads.
        {"missing-join", "Nobody waits for the thread", "00-threads",
         "Join every thread before its results are read and before its std::thread is destroyed, on every path."},
        {"detached-thread", "A detached thread outlives its data", "00-threads",
         "Join the threads instead; or let them tell, through a latch or a future, when they have finished with the "
         "data."},
        {"captured-by-reference", "A reference to a variable that moves on", "00-threads",
         "Give each thread a copy of its own: capture by value what the other thread goes on to change."},
        {"joined-in-loop", "One thread after the other", "00-threads",
         "Start all threads first, keep them, and wait for them in a second loop."},
        {"no-threads", "No second thread is started", "00-threads", "Start a std::thread for each piece of work."},
        {"thread-local-copy", "Every thread counts in a copy of its own", "01-race-condition",
         "A thread_local variable is a different one in each thread: share one, and protect it, or hand the results "
         "over."},
        // Conditions and notifications.
        {"notify-before-wait", "It waits without asking first", "05-producer-consumer",
         "Test under the lock before every wait: while (!condition) wait(lock)."},
        {"notify-missing", "Nobody is notified", "05-producer-consumer",
         "Every change that can end somebody's waiting needs a notification after it."},
        {"notify-skipped", "Not every change is notified", "05-producer-consumer",
         "Notify on each change that lets one more thread go on, not only on the first: who was woken may not have run "
         "yet."},
        {"notify-too-early", "Notified before the change", "05-producer-consumer",
         "First change the data under the lock, then notify."},
        {"flag-outside-lock", "The condition is changed outside of the lock", "05-producer-consumer",
         "Change what the waiters test while you hold their mutex; else the change and its notification fall between "
         "their test and their wait."},
        {"if-instead-of-while", "if instead of while", "05-producer-consumer",
         "A thread that wakes up must test again: while (!condition) wait(lock), or wait with a predicate."},
        {"notify-one-kinds", "notify_one among several kinds of waiters", "06-priority-queue",
         "Give each kind of waiter a condition variable of its own, or wake all with notify_all."},
        {"notify-one-for-all", "notify_one, but all must hear it", "05-producer-consumer",
         "News that concern every waiter need notify_all."},
        {"missing-close", "Waiting for more that never comes", "05-producer-consumer",
         "Somebody must tell that the end has come, every waiter must hear it, and the loop that waits must ask for "
         "it."},
        {"timeout-ignored", "The time is up, and nobody looks", "06-priority-queue",
         "When the wait has timed out, nothing was got: look at what it returned, and give up."},
        // Deadlocks, and waiting that harms others.
        {"opposite-order", "Locks in opposite order", "04-deadlock",
         "Take the locks in the same order everywhere, or all in one step with std::scoped_lock."},
        {"self-deadlock", "Locked twice by the same thread", "04-deadlock",
         "A thread that holds a std::mutex must not lock it again: lock once, or treat the case in which both are the "
         "same."},
        {"unlock-skipped", "The unlock is skipped", "02-lock",
         "Let a std::lock_guard unlock: it does so on every way out, also on an early return and on an exception."},
        {"unlocked-twice", "Unlocked twice", "02-lock",
         "Unlock once for each lock; what a guard will unlock must not be unlocked by hand."},
        {"waits-holding-lock", "Waiting while holding a lock that others need", "04-deadlock",
         "Let go of the lock before you wait for another thread; a condition variable does so for you."},
        {"busy-waiting", "Waiting by looking again and again", "05-producer-consumer",
         "Block until you are told, with a condition variable or a semaphore."},
        {"over-locked", "A lock is held over too much", "02-lock",
         "Hold the lock only while you touch what it protects, and give independent data locks of their own."},
        // Semaphores.
        {"semaphore-initial-count", "The semaphore starts with the wrong count", "03-semaphore",
         "At the start a semaphore has as many permits as there are free places; one that signals an event starts with "
         "none."},
        {"semaphore-over-released", "A permit is given back that was never taken", "03-semaphore",
         "One release for each acquire, after it: count them on every path, the exception's too."},
        {"permit-not-returned", "A permit is not given back", "03-semaphore",
         "Give the permit back on every way out, also when an exception passes: let a destructor do it."},
        {"permit-released-early", "The permit is given back before the work", "03-semaphore",
         "Keep the permit until the work is done."},
        {"local-semaphore", "A semaphore of one's own", "03-semaphore",
         "Make the semaphore a variable outside of the function, so that all threads use the same one."},
        {"own-permit", "It takes the permit that it gave itself", "03-semaphore",
         "Signal on your own semaphore, and wait on the other thread's."},
        {"one-semaphore-two-ways", "One semaphore for two directions", "03-semaphore",
         "Two events need two semaphores, one for each direction."},
        {"wait-before-signal", "Both wait before either signals", "03-semaphore",
         "First tell that you have come, then wait for the other."},
        {"one-way-signal", "It signals, but does not wait", "03-semaphore",
         "A meeting takes a signal and a wait on each side."},
        {"stale-flag", "The flag of the last time is still up", "03-semaphore",
         "Take the signal down when it has been seen; a semaphore does so by itself."},
        // The rest.
        {"exception-swallowed", "The exception is swallowed", "02-lock",
         "Clean up, then pass the exception on: throw; in the handler, or leave the cleaning to a destructor."},
        {"order-left-to-chance", "The order is left to chance", "05-producer-consumer",
         "Locks keep threads apart, but do not say who comes first: wait for what must come before, or make the result "
         "independent of the order."},
        {"not-concurrency", "Not a matter of order", "",
         "Follow the code once by hand, as in an ordinary program: no interleaving is to blame."},
    };
    return mistakes;
}

namespace {

// "at lock.cpp:14 ... at lock.cpp:20" -> "at lock.cpp:14 ... in line 20".
std::string with_each_file_once(std::string text) {
    std::string named;
    for (std::size_t at = 0; (at = text.find(" at ", at)) != std::string::npos; ++at) {
        const std::size_t start = at + 4;
        const std::size_t colon = text.find(':', start);
        if (colon == std::string::npos || text.find(' ', start) < colon) continue;
        const std::string file = text.substr(start, colon - start);
        if (file == named) text.replace(at, colon + 1 - at, " in line ");
        named = file;
    }
    return text;
}

}  // namespace

judge::Diagnosis diagnosis(std::string_view id, std::string sentence) {
    const auto& all = catalogue();
    const auto found = std::find_if(all.begin(), all.end(), [id](const Mistake& item) { return item.id == id; });
    assert(found != all.end());
    return {std::string(found->id), std::string(found->title), with_each_file_once(std::move(sentence)),
            std::string(found->lesson), std::string(found->hint)};
}

}  // namespace lab::diagnose
