"""Convolutional networks of twenty years: when, how deep, and how often they erred.

An error is the share of ImageNet's test pictures whose class is not among a submission's five guesses, in the
ILSVRC challenge of that year, without further pictures for training. Submissions averaged several networks.
Depth counts layers with weights as the network's own paper does, of the deepest one.

Sources, with what was taken from them:

- LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998: seven
  layers, all with trainable parameters (section II.B). It read digits; there was no ImageNet.
- Russakovsky et al., "ImageNet large scale visual recognition challenge", 2015: the errors of 2011 to 2014,
  and 5.1 % for the better of two people (section 6.4).
- Krizhevsky, Sutskever and Hinton, "ImageNet classification with deep convolutional neural networks", 2012:
  eight layers; 16.4 % on the test pictures of 2012 (15.3 % with further pictures, which is not shown).
- Zeiler and Fergus, "Visualizing and understanding convolutional networks", 2014: eight layers. 11.7 % is the
  submission of Zeiler's company Clarifai in 2013; the paper itself has 14.8 % on the pictures of 2012.
- Simonyan and Zisserman, "Very deep convolutional networks for large-scale image recognition", 2015: up to 19
  layers; 7.3 % in the challenge, second place.
- Szegedy et al., "Going deeper with convolutions", 2015: 22 layers with parameters; 6.67 %.
- He, Zhang, Ren and Sun, "Deep residual learning for image recognition", 2016: 152 layers; 3.57 %.
- Hu, Shen and Sun, "Squeeze-and-excitation networks", 2018: 2.251 %. SENet-154 is a ResNeXt of 152 layers
  whose first convolution became three; the small dense layers beside the chain are not counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Milestone:
    """A network: ``depth`` in layers with weights, ``error`` as a share of 1; None where there is none."""

    title: str
    year: int
    depth: int | None
    error: float | None


# In order of time. XRCE computed features that people had thought out, and learned no layers.
MILESTONES: Mapping[str, Milestone] = MappingProxyType(
    {
        "lenet5": Milestone("LeNet-5", 1998, 7, None),
        "xrce": Milestone("XRCE", 2011, None, 0.258),
        "alexnet": Milestone("AlexNet", 2012, 8, 0.164),
        "zfnet": Milestone("ZFNet", 2013, 8, 0.117),
        "vgg": Milestone("VGG-19", 2014, 19, 0.073),
        "googlenet": Milestone("GoogLeNet", 2014, 22, 0.067),
        "resnet": Milestone("ResNet-152", 2015, 152, 0.0357),
        "senet": Milestone("SENet-154", 2017, 154, 0.0225),
    }
)
HUMAN_ERROR = 0.051
