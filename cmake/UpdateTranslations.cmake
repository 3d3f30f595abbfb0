# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Finds the words of the desktop that are new, and forgets those that are gone.
#
#   cmake -DLUPDATE=PROGRAM -DSOURCES=PROJECT -DTRANSLATIONS=FOLDER -P cmake/UpdateTranslations.cmake

# Folders without a window. Their English is in the source but for the plurals.
set(core alarms answers connection models notify search secrets settings startup store)
set(window application.cpp dialogs.cpp bigscreen board calls charts controls notices orders preferences print
    screenshot text station stations theme toasts today tray wall window)

# -I lets it know each class by its full name.
function(update) # arguments of lupdate
    execute_process(COMMAND "${LUPDATE}" -I "${SOURCES}" -no-obsolete -locations none ${ARGN}
        WORKING_DIRECTORY "${SOURCES}/client" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endfunction()

update(${window} -ts "${TRANSLATIONS}/app_zh_CN.ts" "${TRANSLATIONS}/app_en.ts")
update(${core} -ts "${TRANSLATIONS}/core_zh_CN.ts")
update(-pluralonly ${core} -ts "${TRANSLATIONS}/core_en.ts")
