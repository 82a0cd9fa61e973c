// surw.cpp: selectively uniform random walk. In each execution one object is of interest; which thread operates on it
// next is decided with the weight of the operations that it still has ahead, so that all orders of that object's
// operations are about equally likely. Everything else is ordered at random. How many operations a thread has ahead is
// what earlier executions showed.
#include "strategy/strategy.hpp"

#include <algorithm>
#include <unordered_map>

namespace interleave {
namespace {

class Surw : public Strategy {
public:
    explicit Surw(std::uint64_t seed) : seed_(seed), random_(seed) {}

    Manner manner() override { return {.objects = true}; }
    bool begin() override {
        random_ = Random(seed_ + 0x7f4a7c15u * execution_++);
        now_.clear();
        priorities_.clear();
        blocked_.clear();
        intended_ = no_thread;
        choose_object();
        weigh();
        return true;
    }
    void restart() override { --execution_; }
    void end(std::uint32_t) override {
        for (const auto& [object, counts] : now_) {
            Counts& known = known_[object];
            known.resize(std::max(known.size(), counts.size()));
            for (std::size_t i = 0; i < counts.size(); ++i) known[i] = std::max(known[i], counts[i]);
        }
    }
    void forced(const Candidate& candidate) override {
        meet(candidate.thread, candidate.thread);
        executed(candidate);
        if (of_interest(candidate)) done(candidate.thread);
    }

    unsigned choose(unsigned options) override { return random_.value(options); }
    std::size_t pick(const Decision& decision) override {
        for (const Candidate& candidate : decision.candidates) meet(candidate.thread, decision.current);
        // Time-outs and spurious wake-ups are rare.
        std::vector<std::size_t>& open = open_;
        open.clear();
        for (std::size_t i = 0; i < decision.candidates.size(); ++i)
            if (!decision.candidates[i].alternative || random_.below(8) == 0) open.push_back(i);
        if (open.empty()) open.push_back(random_.below(decision.candidates.size()));
        const std::size_t chosen = choose(decision);
        executed(decision.candidates[chosen]);
        priorities_[decision.candidates[chosen].thread] = draw();
        return chosen;
    }

private:
    using Counts = std::vector<std::uint32_t>;  // by thread

    std::uint64_t draw() { return random_.next() >> 1; }

    bool of_interest(const Candidate& candidate) const { return object_ != 0 && candidate.object == object_; }

    // The object of interest: by chance, as often as it is used, among those that several threads use.
    void choose_object() {
        std::uint64_t total = 0;
        std::vector<std::pair<std::uint64_t, std::uint64_t>> shares;  // object, operations
        for (const auto& [object, counts] : known_) {
            const auto users = std::ranges::count_if(counts, [](std::uint32_t count) { return count != 0; });
            std::uint64_t sum = 0;
            for (const std::uint32_t count : counts) sum += count;
            if (users < 2) continue;
            shares.emplace_back(object, sum);
            total += sum;
        }
        std::ranges::sort(shares);
        object_ = 0;
        std::uint64_t ticket = total == 0 ? 0 : random_.below(total);
        for (const auto& [object, sum] : shares) {
            if (ticket < sum) {
                object_ = object;
                return;
            }
            ticket -= sum;
        }
    }

    // Operations on the object of interest that each thread has ahead, with those of the threads that it will start.
    void weigh() {
        weights_.assign(creators_.size(), 0);
        if (const auto found = known_.find(object_); found != known_.end()) {
            weights_.resize(std::max(weights_.size(), found->second.size()));
            std::ranges::copy(found->second, weights_.begin());
        }
        for (std::size_t i = creators_.size(); i-- > 1;)
            if (creators_[i] < i) weights_[creators_[i]] += weights_[i];
    }

    std::uint32_t& weight(ThreadId thread) {
        if (weights_.size() <= thread) weights_.resize(thread + std::size_t{1}, 0);
        return weights_[thread];
    }

    // A thread is seen for the first time in this execution.
    void meet(ThreadId thread, ThreadId creator) {
        while (priorities_.size() <= thread) {
            const auto fresh = static_cast<ThreadId>(priorities_.size());
            priorities_.push_back(draw());
            blocked_.push_back(false);
            const ThreadId by = fresh == 0 || creator == no_thread || creator >= fresh ? ThreadId{0} : creator;
            if (creators_.size() <= fresh) {
                creators_.push_back(by);
                continue;  // its weight is not in its creator's
            }
            if (fresh == 0) continue;
            const std::uint32_t own = weight(fresh), before = weight(creators_[fresh]);
            weight(creators_[fresh]) -= std::min(own, before);
            if (intended_ == creators_[fresh] && before != 0 && random_.below(before) < own) intended_ = fresh;
        }
    }

    void executed(const Candidate& candidate) {
        if (candidate.object == 0) return;
        Counts& counts = now_[candidate.object];
        if (counts.size() <= candidate.thread) counts.resize(candidate.thread + std::size_t{1}, 0);
        ++counts[candidate.thread];
    }

    void done(ThreadId thread) {
        if (weight(thread) > 1) --weight(thread);
        std::fill(blocked_.begin(), blocked_.end(), false);
        intended_ = no_thread;
    }

    std::size_t first_by_priority(const Decision& decision) const {
        std::size_t best = open_.size();
        std::uint64_t best_priority = 0;
        for (std::size_t i = 0; i < open_.size(); ++i) {
            const Candidate& candidate = decision.candidates[open_[i]];
            if (blocked_[candidate.thread]) continue;
            std::uint64_t here = priorities_[candidate.thread];
            if (candidate.op == Op::yield || candidate.op == Op::sleep) here >>= 16;
            if (best != open_.size() && here <= best_priority) continue;
            best = i;
            best_priority = here;
        }
        return best;
    }

    ThreadId intend(const Decision& decision) {
        std::uint64_t total = 0;
        const auto share = [&](std::size_t i) -> std::uint64_t {
            const ThreadId thread = decision.candidates[i].thread;
            if (blocked_[thread]) return 0;
            return std::max<std::uint64_t>(weight(thread), of_interest(decision.candidates[i]) ? 1 : 0);
        };
        for (const std::size_t i : open_) total += share(i);
        if (total == 0) return no_thread;
        std::uint64_t ticket = random_.below(total);
        for (const std::size_t i : open_) {
            const std::uint64_t here = share(i);
            if (ticket < here) return decision.candidates[i].thread;
            ticket -= here;
        }
        return no_thread;
    }

    std::size_t choose(const Decision& decision) {
        for (;;) {
            std::size_t best = first_by_priority(decision);
            if (best == open_.size()) {  // all of them wait for the intended one, which cannot go on
                std::fill(blocked_.begin(), blocked_.end(), false);
                intended_ = no_thread;
                best = first_by_priority(decision);
            }
            const std::size_t index = open_[best];
            const Candidate& candidate = decision.candidates[index];
            if (!of_interest(candidate)) return index;
            if (intended_ == no_thread) intended_ = intend(decision);
            if (candidate.thread == intended_ || intended_ == no_thread) {
                done(candidate.thread);
                return index;
            }
            blocked_[candidate.thread] = true;
        }
    }

    std::uint64_t seed_;
    Random random_;
    std::uint64_t execution_ = 0;
    std::unordered_map<std::uint64_t, Counts> known_;  // most operations on an object that each thread made
    std::unordered_map<std::uint64_t, Counts> now_;    // in this execution
    std::vector<ThreadId> creators_;                   // by thread
    std::uint64_t object_ = 0;                         // of interest; 0: none
    std::vector<std::uint32_t> weights_;
    std::vector<std::uint64_t> priorities_;
    std::vector<bool> blocked_;  // until the intended thread has made its operation of interest
    ThreadId intended_ = no_thread;
    std::vector<std::size_t> open_;  // candidates that are considered at this decision
};

}  // namespace

std::unique_ptr<Strategy> make_surw(std::uint64_t seed) { return std::make_unique<Surw>(seed); }

}  // namespace interleave
