// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/tail_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace andu::pdf::verify {

namespace {

constexpr std::size_t MaxFaults = 20;

struct PlacedObject
{
    Ref ref;
    std::int64_t begin = 0;
    std::size_t revision = 0; ///< Counted from the signed one.
};

class TailReader
{
public:
    TailReader(const Document &now, const Document &then)
        : m_now(now)
        , m_then(then)
        , m_parser(now.store().bytes(), then.endBytes())
    { }

    std::vector<Change> run()
    {
        checkChain();
        readBytes();
        for (std::size_t i = 0; i < m_tailSections.size(); ++i) {
            checkSection(*m_tailSections[i], i);
        }
        return std::move(m_faults);
    }

private:
    void fault(ChangeCode code, std::int64_t at)
    {
        if (m_faults.size() < MaxFaults) {
            m_faults.push_back(makeChange(code, { std::to_string(at) }, true));
        }
    }

    void fault(ChangeCode code, std::int64_t number, std::int64_t at)
    {
        if (m_faults.size() < MaxFaults) {
            m_faults.push_back(
                makeChange(code, { std::to_string(number), std::to_string(at) }, true));
        }
    }

    /// The signed sections must be the end of today's chain, the rest must come after them.
    void checkChain()
    {
        const auto &now = m_now.sections();
        const auto &then = m_then.sections();
        const bool isSuffix = now.size() >= then.size()
            && std::equal(then.rbegin(),
                          then.rend(),
                          now.rbegin(),
                          [](const auto &a, const auto &b) { return a->begin == b->begin; });
        if (!isSuffix) {
            fault(ChangeCode::SectionsLeftOut, m_then.endBytes());
            return;
        }
        m_tailSections.assign(now.begin(), now.end() - static_cast<std::ptrdiff_t>(then.size()));
        std::reverse(m_tailSections.begin(), m_tailSections.end());
        std::int64_t last = m_then.endBytes();
        for (const auto &section : m_tailSections) {
            if (section->begin < last) {
                fault(ChangeCode::SectionOrder, section->begin);
            }
            if (!section->isStream && section->trailer.has("XRefStm")) {
                checkHybrid(*section);
            }
            if (section->trailer.hasDuplicateKeys) {
                fault(ChangeCode::TrailerTwice, section->begin);
            }
            last = section->end;
        }
    }

    /// Readers look at the table or at the stream: both must say the same.
    void checkHybrid(const XrefSection &section)
    {
        const auto hidden = m_now.store().section(section.trailer.at("XRefStm").number);
        bool isSame = hidden && hidden->begin >= m_then.endBytes();
        std::map<std::int64_t, XrefEntry> table(section.entries.begin(), section.entries.end());
        for (std::size_t i = 0; isSame && i < hidden->entries.size(); ++i) {
            const auto &[number, entry] = hidden->entries[i];
            const auto found = table.find(number);
            const bool isItself
                = number == hidden->streamRef.number && entry.place == hidden->begin;
            isSame = isItself || entry.kind == XrefEntry::Kind::Free
                || (found != table.end() && found->second == entry);
        }
        if (!isSame) {
            fault(ChangeCode::SectionHybrid, section.begin);
        } else {
            m_hiddenSections.insert(hidden->begin);
        }
    }

    void readBytes()
    {
        const auto size = static_cast<std::int64_t>(m_now.store().bytes().size());
        std::size_t revision = 0;
        while (m_faults.size() < MaxFaults) {
            skipPlain();
            if (m_parser.atEnd() || revision >= m_tailSections.size()) {
                break;
            }
            const std::int64_t at = m_parser.position();
            const XrefSection &section = *m_tailSections[revision];
            if (!section.isStream && at == section.begin) {
                m_parser.seek(section.end);
                takeEnd(section);
                ++revision;
                continue;
            }
            if (!takeIndirect(section, revision)) {
                return;
            }
            if (section.isStream && at == section.begin) {
                takeEnd(section);
                ++revision;
            }
        }
        if (m_parser.position() < size) {
            fault(ChangeCode::ForeignBytes, m_parser.position());
        } else if (revision < m_tailSections.size()) {
            fault(ChangeCode::RevisionDisorder, size);
        }
    }

    /// White space, and comments that no repairing reader could take for anything else.
    void skipPlain()
    {
        const Bytes bytes = m_now.store().bytes();
        for (;;) {
            while (!m_parser.atEnd() && isSpace(byteAt())) {
                m_parser.seek(m_parser.position() + 1);
            }
            if (m_parser.atEnd() || byteAt() != '%') {
                return;
            }
            const std::int64_t begin = m_parser.position();
            std::int64_t end = begin;
            while (end < static_cast<std::int64_t>(bytes.size())
                   && bytes[static_cast<std::size_t>(end)] != '\n'
                   && bytes[static_cast<std::size_t>(end)] != '\r') {
                ++end;
            }
            const Bytes comment = bytes.substr(static_cast<std::size_t>(begin),
                                               static_cast<std::size_t>(end - begin));
            const bool isEndAgain = comment == "%%EOF" && m_revisionsRead > 0;
            const bool isPlain = comment.find("obj") == Bytes::npos
                && comment.find("xref") == Bytes::npos && comment.find("trailer") == Bytes::npos
                && comment.find("%EOF") == Bytes::npos && comment.find("%PDF") == Bytes::npos
                && m_revisionsRead < m_tailSections.size();
            if (!isPlain && !isEndAgain) {
                return;
            }
            m_parser.seek(end);
        }
    }

    [[nodiscard]] char byteAt() const
    {
        return m_now.store().bytes()[static_cast<std::size_t>(m_parser.position())];
    }

    bool takeIndirect(const XrefSection &section, std::size_t revision)
    {
        const std::int64_t at = m_parser.position();
        const auto object
            = m_parser.takeIndirect([this](Ref length) -> std::optional<std::int64_t> {
                  const ValuePtr value = m_now.load(length);
                  return value->isInt() ? std::optional(value->number) : std::nullopt;
              });
        if (!object) {
            fault(ChangeCode::ObjectBroken, at);
            return false;
        }
        if (!object->isClosed || !object->hasExactLength) {
            fault(ChangeCode::ObjectUnclosed, at);
        }
        if (object->value.hasDuplicateKeys) {
            fault(ChangeCode::ObjectEntryTwice, at);
        }
        if (object->end > section.begin && at != section.begin) {
            fault(ChangeCode::ObjectOverlap, at);
            return false;
        }
        m_objects.push_back({ object->ref, at, revision });
        return true;
    }

    void takeEnd(const XrefSection &section)
    {
        ++m_revisionsRead;
        m_parser.skipSpace();
        const std::int64_t at = m_parser.position();
        const bool isMarked = m_parser.takeWord("startxref");
        m_parser.skipSpace();
        const auto offset = isMarked ? m_parser.takeInt() : std::nullopt;
        if (!offset || m_now.store().section(*offset).get() != &section) {
            fault(ChangeCode::SectionUnclosed, at);
            return;
        }
        while (!m_parser.atEnd() && isSpace(byteAt())) {
            m_parser.seek(m_parser.position() + 1);
        }
        const Bytes bytes = m_now.store().bytes();
        if (bytes.substr(static_cast<std::size_t>(m_parser.position()), 5) != "%%EOF") {
            fault(ChangeCode::RevisionWithoutEnd, at);
            return;
        }
        m_parser.seek(m_parser.position() + 5);
    }

    /// Every entry in use is an object of this revision, or says what was said before.
    void checkSection(const XrefSection &section, std::size_t revision)
    {
        std::set<std::int64_t> placed;
        std::set<std::int64_t> seen;
        std::map<std::int64_t, std::vector<std::pair<std::int64_t, std::int64_t>>> packed;
        for (const auto &[number, entry] : section.entries) {
            if (!seen.insert(number).second) {
                fault(ChangeCode::ObjectListedTwice, number, section.begin);
            }
            if (entry.kind == XrefEntry::Kind::InStream) {
                packed[entry.place].emplace_back(number, entry.detail);
            } else if (entry.kind == XrefEntry::Kind::Offset && entry.place != 0) {
                if (!isInPlace(number, entry, revision)) {
                    fault(ChangeCode::ObjectMisplaced, number, section.begin);
                }
                placed.insert(entry.place);
            }
        }
        for (const auto &[container, members] : packed) {
            checkPacked(container, members, section);
        }
        for (const PlacedObject &object : m_objects) {
            if (object.revision == revision && !placed.contains(object.begin)
                && object.begin != section.begin && !m_hiddenSections.contains(object.begin)) {
                fault(ChangeCode::ObjectUnlisted, object.begin);
            }
        }
    }

    /// Either an object of a later revision, or an entry written again as it was.
    [[nodiscard]] bool
    isInPlace(std::int64_t number, const XrefEntry &entry, std::size_t revision) const
    {
        if (m_then.locate(number) == Document::Location{ entry.kind, entry.place, entry.detail }) {
            return true;
        }
        const auto own = std::lower_bound(
            m_objects.begin(),
            m_objects.end(),
            entry.place,
            [](const auto &object, std::int64_t at) { return object.begin < at; });
        return own != m_objects.end() && own->begin == entry.place && own->revision <= revision
            && own->ref == Ref{ number, entry.detail };
    }

    /// An object stream holds what the section names, no more, and nothing twice.
    void checkPacked(std::int64_t container,
                     const std::vector<std::pair<std::int64_t, std::int64_t>> &members,
                     const XrefSection &section)
    {
        const auto place = m_now.locate(container);
        if (place.kind == XrefEntry::Kind::Offset && place.offset < m_then.endBytes()) {
            for (const auto &[number, index] : members) {
                if (m_then.locate(number)
                    != Document::Location{ XrefEntry::Kind::InStream, place.offset, index }) {
                    fault(ChangeCode::ObjectTakenAnew, number, section.begin);
                }
            }
            return;
        }
        const Ref owner{ container, place.detail };
        const ValuePtr stream = m_now.load(owner);
        const auto objects = stream->isStream()
            ? m_now.store().objectStream(m_now.withDirectFilters(*stream), owner)
            : nullptr;
        bool isExact = objects && objects->index.size() == members.size();
        for (const auto &[number, index] : members) {
            const auto at = static_cast<std::size_t>(index);
            isExact = isExact && at < objects->index.size() && objects->index[at].first == number;
            isExact = isExact && !m_now.load({ number, 0 })->hasDuplicateKeys;
        }
        if (!isExact) {
            fault(ChangeCode::ObjectStreamDiffers, container, section.begin);
        }
    }

    const Document &m_now;
    const Document &m_then;
    Parser m_parser;
    std::size_t m_revisionsRead = 0;
    std::vector<std::shared_ptr<const XrefSection>> m_tailSections; ///< Oldest first.
    std::set<std::int64_t> m_hiddenSections; ///< Streams of hybrid sections.
    std::vector<PlacedObject> m_objects; ///< In the order of the file.
    std::vector<Change> m_faults;
};

} // namespace

std::vector<Change> tailFaults(const Document &now, const Document &then)
{
    return TailReader(now, then).run();
}

} // namespace andu::pdf::verify
