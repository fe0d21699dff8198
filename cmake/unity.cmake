# SPDX-License-Identifier: MIT
# Several files of a layer in one unit: a third to a half less time for a build from nothing (LAPWING_UNITY). Which files meet is
# said here and not left to the version of CMake, so two files that give one name to two things, in namespaces without
# a name too, fail everywhere or nowhere. Those with Words of their own stay apart. The packages are built file by file.
function(lapwing_use_unity target)
    if(NOT LAPWING_UNITY)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    set(count 0)
    foreach(source ${sources})
        file(STRINGS ${source} words REGEX "^struct Words ")
        if(NOT words)
            math(EXPR group "${count} / 8")
            set_source_files_properties(${source} PROPERTIES UNITY_GROUP group${group})
            math(EXPR count "${count} + 1")
        endif()
    endforeach()
    # There every source is an included file, in which GCC takes a local type for one of many units.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()
