// annotate.cpp: opens the program's debug information and goes over all failures.
#include "symbols/annotate.hpp"

#include "symbols/object_names.hpp"
#include "symbols/places.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace lab::symbols {

SourceFile load_source(const std::string& path, const std::string& shown, SourceFile::Role role) {
    std::ifstream file(path, std::ios::binary);
    return {path, shown, role, std::string(std::istreambuf_iterator<char>(file), {})};
}

struct Annotator::State {
    tl::expected<DebugInfo, std::string> debug_info;
    std::vector<SourceFile> sources;
    std::uint64_t base = 0;
    std::optional<Places> places;  // of programs that lie at `base`
};

Annotator::Annotator(const std::string& program, std::vector<SourceFile> sources)
    : state_(new State{DebugInfo::open(program), std::move(sources), 0, std::nullopt}) {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

namespace {

void annotate_failure(evidence::Failure& failure, Places& places, DebugInfo& debug_info, std::uint64_t base) {
    for (auto* events : {&failure.trace, &failure.after}) {
        for (evidence::Event& event : *events) {
            event.place = places.place(event.stack);
            event.calls = places.calls(event.stack);
        }
    }
    for (evidence::ThreadSeen& thread : failure.threads) thread.place = places.place(thread.stack);
    // What threads are about to use may not have been used yet: it is named by the lines that are about to do it.
    const std::size_t events = failure.trace.size();
    for (const evidence::ThreadSeen& thread : failure.threads) {
        if (!thread.next || !thread.next_object) continue;
        evidence::Event event;
        event.index = static_cast<int>(failure.trace.size());
        event.thread = thread.id;
        event.op = *thread.next;
        event.object = thread.next_object;
        event.stack = thread.stack;
        event.place = thread.place;
        event.calls = places.calls(thread.stack);
        failure.trace.push_back(std::move(event));
    }
    name_objects(failure, places, debug_info, base);
    failure.trace.resize(events);
}

}  // namespace

void Annotator::annotate(evidence::Evidence& evidence) {
    State& state = *state_;
    if (!state.debug_info) evidence.oddities.push_back(state.debug_info.error());
    if (state.debug_info && (!state.places || state.base != evidence.base)) {
        state.base = evidence.base;
        state.places.emplace(*state.debug_info, state.base, state.sources);
    }
    for (evidence::CaseSeen& item : evidence.cases) {
        if (!item.failure) continue;
        if (state.places)
            annotate_failure(*item.failure, *state.places, *state.debug_info, state.base);
        else
            number_objects(*item.failure);
    }
}

void annotate(evidence::Evidence& evidence, const std::string& program, const std::vector<SourceFile>& sources) {
    const bool wanted = std::any_of(evidence.cases.begin(), evidence.cases.end(),
                                    [](const auto& item) { return item.failure.has_value(); });
    if (wanted) Annotator(program, sources).annotate(evidence);
}

}  // namespace lab::symbols
