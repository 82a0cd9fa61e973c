// evidence.cpp: look-ups in evidence.
#include "evidence/evidence.hpp"

#include <algorithm>

namespace lab::evidence {
namespace {

template <class List, class Predicate>
auto find_in(const List& list, Predicate predicate) -> decltype(list.data()) {
    const auto found = std::find_if(list.begin(), list.end(), predicate);
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

const ObjectSeen* Failure::object(ObjectId id) const {
    return find_in(objects, [id](const ObjectSeen& item) { return item.id == id; });
}

const ThreadSeen* Failure::thread(ThreadId id) const {
    return find_in(threads, [id](const ThreadSeen& item) { return item.id == id; });
}

const Event* Failure::event(int index) const {
    return find_in(trace, [index](const Event& item) { return item.index == index; });
}

const CaseSeen* Evidence::find(const std::string& name) const {
    return find_in(cases, [&name](const CaseSeen& item) { return item.name == name; });
}

const CaseSeen* Evidence::open_case() const {
    return find_in(cases, [](const CaseSeen& item) { return !item.finished; });
}

}  // namespace lab::evidence
