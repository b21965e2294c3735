// The first tests of this target follow.
