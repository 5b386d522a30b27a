// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/language.h"
#include "app/base/result.h"
#include "app/storage/transaction.h"

#include <QMap>
#include <QVector>

namespace anteroom {

/// Something that is often asked for, in the languages that patients read.
struct PromptTemplate
{
    struct Text
    {
        QString name;   ///< what its button says, at most 60 characters
        QString prompt; ///< what the patient reads, at most 2,000 characters
    };

    QMap<Language, Text> texts; ///< at least one

    /// In the wanted language, else in the other one, else in any.
    const Text &in(Language wanted, Language other) const;
};

/// The templates of prompts: everybody uses them, administrators edit them. On the thread of the transaction.
class PromptTemplates
{
public:
    static constexpr int most = 20;
    static constexpr int longestName = 60;
    static constexpr int longestPrompt = 2000;

    /// In their order.
    static QVector<PromptTemplate> list(Transaction &tx);
    /// Puts these in the place of all that are there. Errors: Forbidden "access.admin_only"; Invalid
    /// "prompt_template.empty", "prompt_template.too_long", "prompt_template.too_many", with the place of the
    /// template (from 1) in data.place.
    static Result<void> replace(WriteTransaction &tx, const Actor &actor,
                                const QVector<PromptTemplate> &templates);
};

} // namespace anteroom
