// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/value.h"

#include <cstdlib>

namespace andu::pdf::verify {

const Value &nullValue()
{
    static const Value none;
    return none;
}

DictLookup::DictLookup(const Value &dict)
    : m_dict(dict)
{
    constexpr std::size_t Small = 24;
    for (std::size_t i = 0; dict.isDict() && dict.entryCount() > Small && i < dict.entryCount();
         ++i) {
        m_index.emplace(dict.key(i), &dict.entry(i)); // the first of doubled keys, as at() does
    }
}

const Value &DictLookup::at(std::string_view key) const
{
    if (m_index.empty()) {
        return m_dict.at(key);
    }
    const auto found = m_index.find(key);
    return found == m_index.end() ? nullValue() : *found->second;
}

double Value::real() const
{
    if (kind == Kind::Int) {
        return static_cast<double>(number);
    }
    return kind == Kind::Real ? std::strtod(text.c_str(), nullptr) : 0.0;
}

const Value &Value::at(std::string_view name) const
{
    if (!isDict()) {
        return nullValue();
    }
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        if (items[i].text == name) {
            return items[i + 1];
        }
    }
    return nullValue();
}

namespace {

bool sameDict(const Value &left, const Value &right)
{
    const auto covers = [](const Value &some, const Value &other) {
        const DictLookup lookup(other);
        for (std::size_t i = 0; i < some.entryCount(); ++i) {
            if (!sameValue(some.entry(i), lookup.at(some.key(i)))) {
                return false;
            }
        }
        return true;
    };
    return covers(left, right) && covers(right, left);
}

} // namespace

bool sameValue(const Value &left, const Value &right)
{
    if (left.isNumber() && right.isNumber()) {
        return left.kind == right.kind && left.kind == Value::Kind::Int
            ? left.number == right.number
            : left.real() == right.real();
    }
    if (left.kind != right.kind) {
        return false;
    }
    switch (left.kind) {
    case Value::Kind::Null:
        return true;
    case Value::Kind::Bool:
        return left.number == right.number;
    case Value::Kind::Reference:
        return left.ref() == right.ref();
    case Value::Kind::String:
    case Value::Kind::Name:
    case Value::Kind::Int:
    case Value::Kind::Real:
        return left.text == right.text;
    case Value::Kind::Dict:
    case Value::Kind::Stream:
        return sameDict(left, right);
    case Value::Kind::Array:
        break;
    }
    if (left.items.size() != right.items.size()) {
        return false;
    }
    for (std::size_t i = 0; i < left.items.size(); ++i) {
        if (!sameValue(left.items[i], right.items[i])) {
            return false;
        }
    }
    return true;
}

} // namespace andu::pdf::verify
