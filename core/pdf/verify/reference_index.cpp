// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/reference_index.h"

#include <algorithm>
#include <cstring>
#include <set>

namespace andu::pdf::verify {

namespace {

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

constexpr std::int64_t Doubtful = -1;

/// Whether a comment may end in front of @p at: readers differ on comments inside a reference.
bool mayFollowComment(const char *begin, const char *at)
{
    constexpr std::ptrdiff_t LongLine = 2000;
    const char *line = at;
    while (line > begin && at - line < LongLine && line[-1] != '\n' && line[-1] != '\r') {
        --line;
        if (*line == '%') {
            return true;
        }
    }
    return at - line >= LongLine;
}

/// Number of the reference whose `R` stands at @p at; nullopt when it is something else, Doubtful
/// when some reader may see one.
std::optional<std::int64_t> numberBefore(const char *begin, const char *at, const char *end)
{
    if (at + 1 < end && !isSpace(at[1]) && !isDelimiter(at[1])) {
        return std::nullopt;
    }
    const auto skipBack = [begin](const char *from, auto test) {
        while (from > begin && test(from[-1])) {
            --from;
        }
        return from;
    };
    const char *generationEnd = skipBack(at, isSpace);
    if (generationEnd == at) {
        return std::nullopt;
    }
    const char *generation = skipBack(generationEnd, isDigit);
    if (generation == generationEnd) {
        return mayFollowComment(begin, generationEnd) ? std::optional(Doubtful) : std::nullopt;
    }
    const char *numberEnd = skipBack(generation, isSpace);
    const char *number = skipBack(numberEnd, isDigit);
    if (numberEnd == generation || number == numberEnd) {
        return Doubtful; // a sign or a comment in between
    }
    std::int64_t value = 0;
    for (; number < numberEnd; ++number) {
        value = std::min<std::int64_t>(10 * value + (*number - '0'), std::int64_t{ 1 } << 40U);
    }
    return value;
}

} // namespace

bool ReferenceIndex::isUsed(std::int64_t number, const Document &then)
{
    if (!m_isBuilt) {
        m_isBuilt = true;
        build();
    }
    const auto index = static_cast<std::size_t>(number);
    const bool isKnown = index < m_first.size() && m_first[index] >= 0;
    return !m_isComplete || (isKnown && m_first[index] < then.endBytes());
}

void ReferenceIndex::build()
{
    std::int64_t last = 0;
    for (const Document::Layer &layer : m_now.layers()) {
        last = layer->empty() ? last : std::max(last, layer->back().first);
    }
    m_first.assign(static_cast<std::size_t>(last) + 1, -1);
    std::vector<std::pair<std::int64_t, std::int64_t>> trailers;
    const auto leaveOut = [&trailers](const std::shared_ptr<const XrefSection> &section) {
        trailers.emplace_back(section->begin, section->end);
    };
    for (const auto &section : m_now.sections()) {
        leaveOut(section);
    }
    std::sort(trailers.begin(), trailers.end());
    std::int64_t at = 0;
    for (const auto &[begin, end] : trailers) {
        scan(m_now.store().bytes(), at, begin, std::nullopt);
        at = std::max(at, end);
    }
    scan(m_now.store().bytes(), at, m_now.endBytes(), std::nullopt);
    scanObjectStreams();
}

/// @param place counts as the offset of all; else each counts where it stands.
void ReferenceIndex::scan(Bytes bytes,
                          std::int64_t begin,
                          std::int64_t end,
                          std::optional<std::int64_t> place)
{
    if (begin >= end) {
        return;
    }
    const char *const first = bytes.data() + begin;
    const char *const last = bytes.data() + end;
    for (const char *at = first; at < last; ++at) {
        at = static_cast<const char *>(std::memchr(at, 'R', static_cast<std::size_t>(last - at)));
        if (at == nullptr) {
            return;
        }
        const auto number = numberBefore(bytes.data(), at, bytes.data() + bytes.size());
        if (number == Doubtful) {
            m_isComplete = false; // the long way looks closer
            return;
        }
        const auto index = static_cast<std::size_t>(number.value_or(0));
        if (number && index < m_first.size()) {
            const std::int64_t found = place.value_or(at - bytes.data());
            std::int64_t &known = m_first[index];
            known = known < 0 ? found : std::min(known, found);
        }
    }
}

void ReferenceIndex::scanObjectStreams()
{
    std::set<std::int64_t> containers;
    for (const Document::Layer &layer : m_now.layers()) {
        std::int64_t latest = -1; // they come in runs
        for (const auto &[number, entry] : *layer) {
            if (entry.kind == XrefEntry::Kind::InStream && entry.place != latest) {
                latest = entry.place;
                containers.insert(latest);
            }
        }
    }
    if (containers.empty()) {
        return;
    }
    for (const auto &section : m_now.sections()) {
        for (const auto &[number, entry] : section->entries) {
            // A number that was used again: the long way looks at both.
            if (entry.kind == XrefEntry::Kind::Offset && containers.contains(number)) {
                m_isComplete = m_isComplete && m_now.locate(number).offset == entry.place;
            }
        }
    }
    for (const std::int64_t container : containers) {
        const auto place = m_now.locate(container);
        const Ref owner{ container, place.detail };
        const ValuePtr stream = m_now.load(owner);
        if (place.kind == XrefEntry::Kind::Offset && stream->isStream()) {
            const auto objects
                = m_now.store().objectStream(m_now.withDirectFilters(*stream), owner);
            const auto size = static_cast<std::int64_t>(objects->data.size());
            scan(objects->data, 0, size, place.offset);
        }
    }
    m_isComplete = m_isComplete && !m_now.store().isExhausted();
}

} // namespace andu::pdf::verify
