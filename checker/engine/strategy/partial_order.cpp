// partial_order.cpp: the search: which decision to change next, and which races an execution shows.
#include "strategy/partial_order.hpp"

#include <algorithm>
#include <bit>

namespace interleave {

void PartialOrder::restart() {
    node_count_ = depth_ = prefix_ = 0;
    started_ = done_ = differed_ = false;
}

PartialOrder::Node& PartialOrder::new_node() {
    if (nodes_.size() == node_count_) nodes_.emplace_back();
    Node& node = nodes_[node_count_++];
    node.values = 0;
    node.candidates = node.notified = node.backtrack = node.done = 0;
    node.incomplete = false;
    node.footprint.clear();
    node.sleep.clear();
    return node;
}

PartialOrder::Mask PartialOrder::sleeping(const Node& node) const {
    Mask mask = 0;
    for (const auto& sleeper : node.sleep) mask |= bit(sleeper.thread);
    return mask;
}

bool PartialOrder::begin() {
    if (done_) return false;
    depth_ = 0;
    redundant_ = open_ = false;
    next_node_ = -1;
    std::fill(std::begin(segment_), std::end(segment_), -1);
    sleep_.clear();
    events_.clear();
    if (!started_) {
        started_ = true;
        fresh_ = true;
        prefix_ = 0;
        return true;
    }
    // The deepest decision with a thread left to try.
    while (node_count_ > 0) {
        Node& node = nodes_[node_count_ - 1];
        if (node.values != 0) {
            if (++node.chosen < node.values) break;
            --node_count_;
            continue;
        }
        node.done |= bit(node.chosen);
        node.sleep.push_back({node.chosen, node.footprint});
        const Mask left = node.backtrack & ~node.done & ~sleeping(node);
        if (left != 0) {
            node.chosen = static_cast<ThreadId>(std::countr_zero(left));
            break;
        }
        --node_count_;
    }
    if (node_count_ == 0) {
        done_ = true;
        return false;
    }
    prefix_ = node_count_;
    fresh_ = false;
    return true;
}

std::size_t PartialOrder::pick(const Decision& decision) {
    close_event();
    const auto& candidates = decision.candidates;
    next_node_ = static_cast<int>(depth_);
    if (depth_ < prefix_) {
        Node& node = nodes_[depth_++];
        fresh_ = depth_ == prefix_;
        sleep_.assign(node.sleep.begin(), node.sleep.end());
        node.footprint.clear();
        Mask present = 0;
        std::size_t chosen = candidates.size();
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            present |= bit(candidates[i].thread);
            if (candidates[i].thread == node.chosen) chosen = i;
        }
        differed_ |= present != node.candidates || node.values != 0;
        return chosen == candidates.size() ? 0 : chosen;
    }
    fresh_ = true;
    Node& node = new_node();
    ++depth_;
    node.sleep.assign(sleep_.begin(), sleep_.end());
    const Mask asleep = sleeping(node);
    std::size_t best = candidates.size();
    Mask alternatives = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto& candidate = candidates[i];
        if (candidate.thread >= most_threads) too_many_threads_ = true;
        node.candidates |= bit(candidate.thread);
        if ((asleep & bit(candidate.thread)) != 0) continue;
        if (candidate.alternative) alternatives |= bit(candidate.thread);
        if (best == candidates.size() || candidate.alternative < candidates[best].alternative ||
            (candidate.alternative == candidates[best].alternative && candidate.thread == decision.current))
            best = i;
    }
    node.notified = decision.notified;
    node.incomplete = decision.hidden;
    if (best == candidates.size()) {
        // Whoever could go on leads to what was explored before.
        redundant_ = true;
        --node_count_;
        --depth_;
        return abandon;
    }
    node.chosen = candidates[best].thread;
    node.backtrack = bit(node.chosen) | alternatives;
    return best;
}

// The event of the load goes on: which value it reads is a decision of its own.
unsigned PartialOrder::choose(unsigned options) {
    if (depth_ < prefix_) {
        const Node& node = nodes_[depth_++];
        fresh_ = depth_ == prefix_;
        differed_ |= node.values != options;
        return node.values == options ? node.chosen : 0;
    }
    fresh_ = true;
    Node& node = new_node();
    ++depth_;
    node.chosen = 0;
    node.values = options;
    return 0;
}

void PartialOrder::close_event() {
    if (!open_) return;
    open_ = false;
    auto& event = events_.latest();
    if (fresh_) reverse_races(event.footprint, event.thread, false);
    events_.close();
    const int node = continues_ ? segment_[event.thread] : event.node;
    if (node >= 0 && static_cast<std::size_t>(node) < node_count_) {
        Footprint& whole = nodes_[static_cast<std::size_t>(node)].footprint;
        whole.global |= event.footprint.global;
        for (unsigned i = 0; i < event.footprint.count; ++i)
            if (Touch* touch = whole.entry(event.footprint.touches[i].object))
                touch->write |= event.footprint.touches[i].write;
    }
    std::erase_if(sleep_, [&](const Sleeper& sleeper) {
        return sleeper.thread == event.thread || sleeper.footprint.depends_on(event.footprint);
    });
}

void PartialOrder::end(std::uint32_t) {
    close_event();
    differed_ |= depth_ < prefix_;
    if (node_count_ > depth_) node_count_ = depth_;
}

// --- what the execution does -----------------------------------------------------------------------------------------

void PartialOrder::step_begins(ThreadId thread, StepKind kind) {
    close_event();
    if (thread >= most_threads) {
        too_many_threads_ = true;
        return;
    }
    open_ = true;
    auto& event = events_.open(thread, kind.chosen ? next_node_ : -1);
    continues_ = false;
    if (kind.chosen) {
        segment_[thread] = next_node_;
        next_node_ = -1;
    }
    event.footprint.global = kind.global;
}

void PartialOrder::touch(ThreadId thread, const Touch& touch) {
    if (thread >= most_threads) return;
    if (!open_ || events_.latest().thread != thread) {
        // The rest of a step in the middle of which others were started.
        step_begins(thread, {false, false});
        continues_ = true;
    }
    Footprint& footprint = events_.latest().footprint;
    const unsigned before = footprint.count;
    Touch* entry = footprint.entry(touch.object);
    if (entry == nullptr) return;
    // The first touch tells how the object was before the step.
    if (footprint.count != before)
        *entry = touch;
    else
        entry->write |= touch.write;
}

void PartialOrder::thread_created(ThreadId creator, ThreadId created) {
    close_event();
    if (created >= most_threads || creator >= most_threads) {
        too_many_threads_ = true;
        return;
    }
    events_.learn(created, events_.thread_clock(creator));
}
void PartialOrder::thread_joined(ThreadId thread, ThreadId ended) {
    close_event();
    if (thread < most_threads && ended < most_threads) events_.learn(thread, events_.thread_clock(ended));
}
void PartialOrder::waited(ThreadId thread, ObjectId object) {
    close_event();
    if (thread < most_threads) events_.learn_object(thread, object);
}

void PartialOrder::blocked(ThreadId thread, const Footprint& wanted) {
    close_event();
    if (redundant_ || thread >= most_threads) return;
    if (fresh_) reverse_races(wanted, thread, true);
}

// --- races -----------------------------------------------------------------------------------------------------------

namespace {

enum class First : std::uint8_t { no, perhaps, yes };

// Whether a step with this touch could have come before the earlier one.
First could_come_first(const Touch& touch, const EventLog::Entry& earlier) {
    const auto given = [&](bool available) {
        if (available) return First::yes;
        // Others that commute with the earlier one may come first and make it possible.
        return earlier.write || earlier.before.own ? First::no : First::perhaps;
    };
    switch (touch.need) {
        case Need::nothing:
        case Need::notified: return First::yes;  // the decision tells about notifications
        case Need::exclusive: return given(earlier.before.exclusive);
        case Need::shared: return given(earlier.before.shared);
    }
    return First::yes;
}

}  // namespace

// Which earlier steps could have come after this one? `pending`: the step has not been taken (its thread is blocked, or
// the execution ended before), so it is no event.
void PartialOrder::reverse_races(const Footprint& footprint, ThreadId thread, bool pending) {
    struct Found {
        std::uint32_t event;
        First first;
    };
    static thread_local std::vector<Found> found;
    found.clear();
    const std::size_t end = events_.size() - (pending ? 0 : 1);
    const EventLog::Clock before = events_.thread_clock(thread);
    const auto add = [&](std::uint32_t event, First first) {
        for (auto& other : found)
            if (other.event == event) {
                other.first = std::min(other.first, first);
                return;
            }
        found.push_back({event, first});
    };
    if (footprint.global) {
        for (std::size_t i = end; i-- > 0;)
            if (events_[i].thread != thread && !events_.known(before, events_[i]))
                add(static_cast<std::uint32_t>(i), First::yes);
    } else {
        if (!events_.globals().empty()) {
            const auto last = events_.globals().back();
            if (last < end && events_[last].thread != thread && !events_.known(before, events_[last]))
                add(last, First::yes);
        }
        for (unsigned i = 0; i < footprint.count; ++i) {
            const Touch& touch = footprint.touches[i];
            const auto& entries = events_.history(touch.object);
            for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
                const auto& event = events_[entry->event];
                const bool known = event.thread == thread || events_.known(before, event);
                if (known && entry->write) break;  // and all that came before it
                if (known || !(touch.write || entry->write)) continue;
                First first = could_come_first(touch, *entry);
                if (first == First::perhaps) {
                    // Only if one of those that came later gives what it needs, and does not need the earlier one.
                    const bool given = std::any_of(entries.rbegin(), entry, [&](const EventLog::Entry& later) {
                        return !later.write && !later.before.own && !events_.known(events_[later.event].clock, event);
                    });
                    if (!given) first = First::no;
                }
                add(entry->event, first);
            }
        }
    }
    bool needs_notification = false;
    for (unsigned i = 0; i < footprint.count; ++i) needs_notification |= footprint.touches[i].need == Need::notified;
    std::ranges::sort(found, [](const Found& a, const Found& b) { return a.event > b.event; });
    EventLog::Clock covered = before;
    for (const auto& candidate : found) {
        const auto& event = events_[candidate.event];
        if (events_.known(covered, event) || candidate.first == First::no || event.node < 0) continue;
        Node& node = nodes_[static_cast<std::size_t>(event.node)];
        if (needs_notification && (node.notified & bit(thread)) == 0) continue;
        if (candidate.first == First::yes) events_.join(covered, event.clock);
        // Threads whose steps can lead to this one without that earlier one.
        Mask seen = 0, initials = 0;
        std::uint16_t first_number[most_threads];
        const auto enter = [&](ThreadId who, const EventLog::Clock& clock, std::uint16_t number) {
            if ((seen & bit(who)) != 0) return;
            bool free = true;
            for (Mask rest = seen; rest != 0; rest &= rest - 1) {
                const auto other = static_cast<ThreadId>(std::countr_zero(rest));
                free &= clock.steps[other] < first_number[other];
            }
            seen |= bit(who);
            first_number[who] = number;
            if (free) initials |= bit(who);
        };
        for (std::size_t i = candidate.event + 1; i < end; ++i) {
            const auto& next = events_[i];
            if (!events_.known(next.clock, event)) enter(next.thread, next.clock, next.number);
        }
        if ((seen & bit(thread)) == 0) {
            // This step comes after those of the others on which it depends.
            EventLog::Clock clock = before;
            for (const auto& other : found)
                if (other.event > candidate.event && !events_.known(events_[other.event].clock, event))
                    events_.join(clock, events_[other.event].clock);
            enter(thread, clock, 0xffff);
        }
        add_to_backtrack(node, initials, thread);
    }
}

void PartialOrder::add_to_backtrack(Node& node, Mask initials, ThreadId preferred) {
    if (((node.backtrack | node.done | sleeping(node)) & initials) != 0) return;
    const Mask possible = initials & node.candidates;
    if (possible != 0) {
        node.backtrack |= (possible & bit(preferred)) != 0 ? bit(preferred) : possible & (~possible + 1);
        return;
    }
    // None of them could go on there: the other order is impossible, or they would only look once more at the same.
    if (node.incomplete) node.backtrack |= node.candidates;
}

}  // namespace interleave
